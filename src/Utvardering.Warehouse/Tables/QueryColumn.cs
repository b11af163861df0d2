namespace Utvardering.Warehouse.Tables;

/// <summary>A column of a query's answer.</summary>
public sealed record QueryColumn(string Name, bool IsNumber);
