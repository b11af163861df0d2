namespace Utvardering.Warehouse.Lineage;

/// <summary>Where one model's rows come from, one step back.</summary>
/// <param name="Model">schema.name</param>
/// <param name="Columns">In the model's order.</param>
/// <param name="Rows">The columns that decide which rows there are: of joins, conditions, groups and windows' limits.</param>
public sealed record ModelLineage(string Model, IReadOnlyList<ColumnLineage> Columns, IReadOnlyList<TableColumn> Rows);
