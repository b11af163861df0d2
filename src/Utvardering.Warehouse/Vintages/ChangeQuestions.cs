using System.Data.Common;
using System.Globalization;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Vintages;

/// <summary>What is asked of the table of changed rows.</summary>
internal sealed class ChangeQuestions(Database database, IReadOnlyList<string> key)
{
    public IReadOnlyList<GroupChange> Groups(IReadOnlyList<(string Column, bool IsDate)> by) => by.Count == 0
        ? []
        : database.Query(ChangedRows.GroupCounts(by), row => new GroupChange(
            [.. Enumerable.Range(0, by.Count).Select(i => Text(row, i))], row.GetInt64(by.Count), row.GetInt64(by.Count + 1), row.GetInt64(by.Count + 2)));

    public NumericRevision Column(string column)
    {
        var (from, to) = (ChangedRows.From(column), ChangedRows.To(column));
        return database.Query(
            $"""
            with cell as (
                select {from} as old, {to} as new, {to}::double - {from}::double as moved, abs(moved) as size, size / nullif(abs({from}::double), 0) as share
                from {ChangedRows.Table}
                where change = 'revised' and {from} is distinct from {to}
            )
            select
                count(moved), count(*) filter (where old is null), count(*) filter (where new is null),
                avg(moved), median(size), max(size), median(share), max(share)
            from cell
            """,
            row => new NumericRevision(
                column, row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), Number(row, 3), Number(row, 4), Number(row, 5), Number(row, 6), Number(row, 7))).Single();
    }

    public IReadOnlyList<Revision> Largest(IReadOnlyList<string> columns, int most, RevisionOrder order)
    {
        if (columns.Count == 0)
        {
            return [];
        }

        var names = string.Join(", ", key.Select(column => SqlText.Identifier(column)));
        var cells = columns.Select(column =>
            $"select {names}, {SqlText.Literal(column)} as \"column\", {ChangedRows.From(column)}::double as \"from\", {ChangedRows.To(column)}::double as \"to\" " +
            $"from {ChangedRows.Table} where change = 'revised' and {ChangedRows.From(column)} <> {ChangedRows.To(column)}");
        var size = order == RevisionOrder.Absolute ? "abs(\"to\" - \"from\") desc" : "relative_size desc nulls last, abs(\"to\" - \"from\") desc";
        var texts = string.Join(", ", key.Select(column => $"{SqlText.Identifier(column)}::varchar"));
        return database.Query(
            $"select \"column\", \"from\", \"to\", {texts} from (select *, abs(\"to\" - \"from\") / nullif(abs(\"from\"), 0) as relative_size from ({string.Join(" union all ", cells)})) " +
            $"order by {size}, {string.Join(", ", key.Select(column => SqlText.Identifier(column) + " nulls first"))}, \"column\" limit {most.ToString(CultureInfo.InvariantCulture)}",
            Revision);
    }

    private Revision Revision(DbDataReader row)
    {
        var (from, to) = (row.GetDouble(1), row.GetDouble(2));
        return new(
            key.Select((column, i) => (column, Text: Text(row, i + 3))).ToDictionary(part => part.column, part => part.Text, StringComparer.Ordinal),
            row.GetString(0), from, to, to - from, from == 0 ? null : (to - from) / Math.Abs(from));
    }

    private static string? Text(DbDataReader row, int i) => row.IsDBNull(i) ? null : row.GetString(i);

    private static double? Number(DbDataReader row, int i) => row.IsDBNull(i) ? null : row.GetDouble(i);
}
