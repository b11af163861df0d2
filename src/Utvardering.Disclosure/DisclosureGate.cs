using System.Globalization;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Settings;
using Utvardering.Warehouse.Tables;

namespace Utvardering.Disclosure;

/// <summary>
/// The one door out. Every table that leaves a run goes through here, row by row; what no rule lets pass stays behind.
/// A suppressed row keeps its place with its figures emptied and the rule's id in the column <c>disclosure</c>.
/// </summary>
public static class DisclosureGate
{
    private static readonly LocalText NoRule = new("Ingen regel släpper fram raden", "No rule lets the row pass");

    /// <summary>Writes the released form of the result tables, and <c>suppression.parquet</c>: what was done and by which rule.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="results">The folder of result tables, one Parquet file each.</param>
    /// <param name="released">The folder to write, which exists.</param>
    /// <param name="mark">What made-up figures are marked with, or null.</param>
    public static IReadOnlyList<SuppressionRow> Release(DisclosureFile rules, string results, string released, string? mark = null)
    {
        var record = new List<SuppressionRow>();
        foreach (var table in rules.Tables)
        {
            var source = Path.Combine(results, table.Name + ".parquet");
            if (File.Exists(source))
            {
                record.AddRange(Release(rules, table, source, Path.Combine(released, table.Name + ".parquet"), mark));
            }
        }

        ParquetRecords.Write(Path.Combine(released, "suppression.parquet"), record, mark);
        return record;
    }

    private static List<SuppressionRow> Release(DisclosureFile rules, DisclosureTable table, string source, string target, string? mark)
    {
        using var database = Database.OpenInMemory(ParquetRecords.OneThread);
        database.Execute($"create table result as select * from read_parquet({SqlText.Literal(source)})");
        var columns = database.Query("select column_name from information_schema.columns where table_name = 'result' order by ordinal_position", row => row.GetString(0));
        if (table.Level == "none")
        {
            ParquetRecords.Export(database, "select * from result order by rowid", target, mark);
            return [];
        }

        var absent = table.Values.Append("origin").Except(columns, StringComparer.Ordinal).ToList();
        if (absent.Count > 0)
        {
            throw new InvalidDataException($"disclosure.yaml lists {table.Name} with the column {absent[0]}, which {source} does not have: nothing of the table leaves.");
        }

        var fitting = rules.Rules.Where(rule => rule.Level is null || rule.Level == table.Level).ToList();
        string Counted(string column) => columns.Contains(column) ? $"coalesce({column}, -1)" : "-1";
        database.Execute($"alter table result add column rule varchar; update result set rule = {Verdict(fitting, Counted)}");
        var emptied = fitting.Where(rule => rule.Action == "suppress").Select(rule => SqlText.Literal(rule.Id)).ToList();
        var suppressed = emptied.Count == 0 ? "false" : $"coalesce(rule in ({string.Join(", ", emptied)}), false)";
        var shown = columns.Select(column => table.Values.Contains(column) || column == "persons"
            ? $"case when {suppressed} then null else \"{column}\" end as \"{column}\""
            : $"\"{column}\"");
        var leaving = string.Join(", ", fitting.Where(rule => rule.Action != "withhold").Select(rule => SqlText.Literal(rule.Id)).Append("''"));
        ParquetRecords.Export(
            database,
            $"select {string.Join(", ", shown)}, case when {suppressed} then rule else '' end as disclosure from result where rule in ({leaving}) order by rowid",
            target,
            mark);
        return [.. database
            .Query("select coalesce(rule, 'no-rule'), count(*) from result group by all order by 1", row => (Rule: row.GetString(0), Rows: row.GetInt64(1)))
            .Select(count => Row(table, fitting.Find(rule => rule.Id == count.Rule), count.Rule, count.Rows))];
    }

    /// <summary>The id of the rule that decides a row; a row with persons and municipalities enough passes a suppressing rule as <c>''</c>.</summary>
    private static string Verdict(List<DisclosureRule> rules, Func<string, string> counted)
    {
        string Enough(string column, int least) => least == 0 ? "true" : string.Create(CultureInfo.InvariantCulture, $"{counted(column)} >= {least}");
        var cases = rules.Select(rule => rule.Action == "suppress"
            ? $"when origin = '{rule.Origin}' then case when {Enough("persons", rule.MinimumPersons)} and {Enough("municipalities", rule.MinimumMunicipalities)} then '' else {SqlText.Literal(rule.Id)} end"
            : $"when origin = '{rule.Origin}' then {SqlText.Literal(rule.Id)}");
        return $"case {string.Join(" ", cases)} end";
    }

    private static SuppressionRow Row(DisclosureTable table, DisclosureRule? rule, string id, long rows)
    {
        var title = rule?.Title ?? (id.Length == 0 ? new LocalText("Tillräckligt många personer", "Persons enough") : NoRule);
        return new SuppressionRow
        {
            TableName = table.Name,
            RuleId = id.Length == 0 ? "persons-enough" : id,
            Action = rule?.Action ?? (id.Length == 0 ? "pass" : "withhold"),
            RuleSv = title.Sv,
            RuleEn = title.En,
            Rows = rows,
        };
    }
}
