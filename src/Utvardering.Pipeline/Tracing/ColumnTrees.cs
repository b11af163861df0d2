using Utvardering.Warehouse.Lineage;
using Utvardering.Warehouse.Models;

namespace Utvardering.Pipeline.Tracing;

/// <summary>The way back from the columns of a mart to the lake, for the figures of one indicator.</summary>
/// <param name="map">The lineage of the models.</param>
/// <param name="models">The models.</param>
/// <param name="left">Tables of the lake on whose figures the indicator is not: the ways that lead to them alone are left out.</param>
/// <param name="place">Names a model's file for the reader.</param>
internal sealed class ColumnTrees(LineageMap map, IReadOnlyList<SqlModel> models, IReadOnlyCollection<string> left, Func<SqlModel, string> place)
{
    private readonly HashSet<TableColumn> told = [];

    /// <summary>The columns that come of figures of the lake; labels and what the data packages say do not.</summary>
    public IReadOnlyList<TracedColumn> Of(IEnumerable<TableColumn> columns) => [.. columns.Where(HoldsFigures).Select(Tree)];

    /// <summary>The tables of the lake that the columns' values come from.</summary>
    public static IEnumerable<string> Datasets(IEnumerable<TracedColumn> trees) => trees
        .SelectMany(tree => Datasets(tree.From).Concat(IsLake(tree.Column) ? [tree.Column.Table["lake.".Length..]] : []))
        .Distinct(StringComparer.Ordinal);

    private TracedColumn Tree(TableColumn column)
    {
        var model = models.FirstOrDefault(candidate => candidate.FullName == column.Table);
        var isNew = told.Add(column) || model is null;
        return new(column, model is null ? null : place(model), !isNew, isNew ? [.. map.Behind(column).Where(Leads).Select(Tree)] : []);
    }

    private bool Leads(TableColumn column) => map.IsModel(column.Table)
        ? map.Behind(column) is { Count: > 0 } behind && behind.Any(Leads)
        : !left.Contains(column.Table);

    private bool HoldsFigures(TableColumn column) => map.IsModel(column.Table)
        ? map.Behind(column).Any(HoldsFigures)
        : IsLake(column) && column.Table != "lake.feed" && !left.Contains(column.Table);

    private static bool IsLake(TableColumn column) => column.Table.StartsWith("lake.", StringComparison.Ordinal);
}
