namespace Utvardering.Warehouse.Lineage;

/// <summary>A column and the columns that its value is made of, one step back; none for what is written in the SQL, and for a count of rows.</summary>
/// <param name="Column">Its name.</param>
/// <param name="From">By name.</param>
public sealed record ColumnLineage(string Column, IReadOnlyList<TableColumn> From);
