using Utvardering.Warehouse.Lake;

namespace Utvardering.Warehouse.Build;

/// <summary>A dataset as the warehouse sees it: the chosen vintages of its sources.</summary>
/// <param name="Dataset">The dataset, which names the table in the schema <c>lake</c>.</param>
/// <param name="Columns">Names and DuckDB types, for a dataset that no source has filled.</param>
/// <param name="Vintages">At most one a source.</param>
public sealed record LakeTable(string Dataset, IReadOnlyList<(string Name, string Type)> Columns, IReadOnlyList<Vintage> Vintages);
