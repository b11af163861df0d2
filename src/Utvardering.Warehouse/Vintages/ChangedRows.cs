using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Warehouse.Vintages;

/// <summary>The SQL of a comparison. The table of changed rows has <c>change</c>, the key, and each other column as <c>from:column</c> and <c>to:column</c>.</summary>
internal static class ChangedRows
{
    public const string Table = "changed";

    public const string Counts =
        $"select count(*) filter (where change = 'added'), count(*) filter (where change = 'removed'), count(*) filter (where change = 'revised') from {Table}";

    public static string From(string column) => SqlText.Identifier("from:" + column);

    public static string To(string column) => SqlText.Identifier("to:" + column);

    /// <param name="retyped">Whether a column has another type in the other vintage; then its text is compared.</param>
    public static string Select(Vintage from, Vintage to, IReadOnlyList<string> key, IReadOnlyList<string> compared, Func<string, bool> retyped)
    {
        string Value(string side, string column) => retyped(column) ? $"{side}.{SqlText.Identifier(column)}::varchar" : $"{side}.{SqlText.Identifier(column)}";
        var columns = key.Select(column => $"coalesce(t.{SqlText.Identifier(column)}, f.{SqlText.Identifier(column)}) as {SqlText.Identifier(column)}")
            .Concat(compared.SelectMany(column => new[] { $"{Value("f", column)} as {From(column)}", $"{Value("t", column)} as {To(column)}" }));
        var same = key.Select(column => $"f.{SqlText.Identifier(column)} is not distinct from t.{SqlText.Identifier(column)}");
        var differs = compared.Select(column => $"{Value("f", column)} is distinct from {Value("t", column)}").Prepend("f.here is null or t.here is null");
        return
            "select case when f.here is null then 'added' when t.here is null then 'removed' else 'revised' end as change, " + string.Join(", ", columns) +
            $" from {Rows(from)} as f full outer join {Rows(to)} as t on {string.Join(" and ", same)} where {string.Join(" or ", differs)}";
    }

    /// <summary>One row a group with its counts, in key order.</summary>
    /// <param name="by">Columns; a date is cut to its year.</param>
    public static string GroupCounts(IReadOnlyList<(string Column, bool IsDate)> by)
    {
        var groups = by.Select(part => $"{(part.IsDate ? $"year({SqlText.Identifier(part.Column)})" : SqlText.Identifier(part.Column))}::varchar as {SqlText.Identifier(part.Column)}").ToList();
        var counts = "count(*) filter (where change = 'added') as added, count(*) filter (where change = 'removed') as removed, count(*) filter (where change = 'revised') as revised";
        var numbers = string.Join(", ", Enumerable.Range(1, groups.Count));
        return groups.Count == 0
            ? $"select {counts} from {Table}"
            : $"select {string.Join(", ", groups)}, {counts} from {Table} group by {numbers} order by {numbers}";
    }

    /// <summary>One row a changed cell, in key order. A row that came or went with no value at all has one line with an empty column.</summary>
    public static string Cells(IReadOnlyList<string> key, IReadOnlyList<string> compared)
    {
        var names = SqlLists.Names(key);
        var cells = compared
            .Select((column, place) =>
                $"select {place} as place, change, {names}, {SqlText.Literal(column)} as \"column\", {From(column)}::varchar as \"from\", {To(column)}::varchar as \"to\" " +
                $"from {Table} where {From(column)} is distinct from {To(column)}")
            .Append($"select -1, change, {names}, null, null, null from {Table} where {string.Join(" and ", compared.Select(column => $"{From(column)} is not distinct from {To(column)}").DefaultIfEmpty("true"))}");
        return $"select * exclude (place) from ({string.Join(" union all ", cells)}) order by {string.Join(", ", key.Select(column => SqlText.Identifier(column) + " nulls first"))}, place";
    }

    private static string Rows(Vintage vintage) => $"(select *, true as here from read_parquet({SqlText.Literals(vintage.Parts)}))";
}
