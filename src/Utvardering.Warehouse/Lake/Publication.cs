namespace Utvardering.Warehouse.Lake;

/// <param name="IsNew">False when the newest vintage already had this content: then it is the one returned.</param>
/// <param name="Rows">Rows of the vintage.</param>
public sealed record Publication(Vintage Vintage, bool IsNew, long Rows);
