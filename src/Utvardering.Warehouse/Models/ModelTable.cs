namespace Utvardering.Warehouse.Models;

/// <summary>A built model and its number of rows.</summary>
public sealed record ModelTable(string Name, long Rows);
