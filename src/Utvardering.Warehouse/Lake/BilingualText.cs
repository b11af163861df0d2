namespace Utvardering.Warehouse.Lake;

/// <summary>A text for readers: Swedish, with English one switch away.</summary>
public sealed record BilingualText(string Sv, string En);
