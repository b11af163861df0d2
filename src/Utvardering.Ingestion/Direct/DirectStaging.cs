using System.Data.Common;
using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Ingestion.Direct;

/// <summary>
/// The short way for a file in which nothing is wrong: every rule of the schema is judged while the rows are read, and what is stored are
/// values. The first row that breaks any rule, and a key that comes twice, ends it; then the file goes the long way from its beginning, as
/// texts, and the problems are found, counted and told there. So both ways keep the same rules, and only one of them writes reports.
/// </summary>
/// <remarks>
/// It is also left for what the long way tells of: rows without content, rows passed over by 'where' and 'skip', places by name, several
/// files in one retrieval, corrections.
/// </remarks>
internal static class DirectStaging
{
    /// <returns>False: nothing is staged, and the long way has to be gone.</returns>
    public static bool TryStage(StagedRows staged, LandedBody body, CsvFile file, TidyMapping mapping)
    {
        if (!IsFor(staged, file, mapping))
        {
            return false;
        }

        CodeListTables.Load(staged);
        CsvReading.DropRejects(staged.Database);
        try
        {
            if (Store(staged, body, file, mapping) is { } rows)
            {
                staged.Direct = rows;
                return true;
            }
        }
        catch (DbException)
        {
            // A broken rule, or a row that can't be read: the long way says which.
        }

        staged.Database.Execute($"drop view if exists {TypedRows.View}");
        staged.Database.Execute($"drop table if exists {DirectRows.Table}");
        return false;
    }

    private static bool IsFor(StagedRows staged, CsvFile file, TidyMapping mapping)
    {
        var schema = staged.Schema;
        return staged.MayBeDirect
            && staged.Bodies.DistinctBy(body => body.Sha256).Count() == 1
            && mapping.Where.Count == 0 && mapping.Skip.Count == 0
            && mapping.Fields.Values.All(column => column.Region is null)
            && mapping.Needed.All(title => file.Find(title) is not null)
            && schema.Fields.All(field => field.Type != FieldType.Number || !schema.PrimaryKey.Contains(field.Name));
    }

    private static DirectRows? Store(StagedRows staged, LandedBody body, CsvFile file, TidyMapping mapping)
    {
        var registries = staged.Schema.Registered.ToDictionary(key => key.Field, key => RegistryCodes.Of(staged.Project, key.Registry), StringComparer.Ordinal);
        var columns = staged.Schema.Fields.Select(field => DirectColumn.Of(staged.Database, field, registries.GetValueOrDefault(field.Name))).ToList();
        var rules = RowRules.OfFields(staged.Schema, registry => RegistryCodes.Of(staged.Project, registry));
        staged.Database.Execute($"create or replace table {DirectRows.Table} as {Select(staged, body, file, mapping, columns, rules)}");
        var row = CsvTable.RowOf(file);
        DirectRows.CreateView(staged.Database, columns, row);
        if (staged.Database.Count("select count(*) from reject_errors") > 0 || Breaks(staged))
        {
            return null;
        }

        var ordered = KeyOrder.IsStrict(staged);
        return ordered || KeyOrder.IsUnique(staged) ? new(body, columns, row, ordered) : null;
    }

    /// <summary>Texts, then values beside them, then the values of rows that keep every rule.</summary>
    private static string Select(StagedRows staged, LandedBody body, CsvFile file, TidyMapping mapping, List<DirectColumn> columns, IReadOnlyList<RowRule> rules)
    {
        var plainNumbers = file.Text.Cells is { Bare: true, PlainNumbers: true } && mapping.Fields.Values.All(column => column.IsPlain);
        var cells = mapping.Needed.ToDictionary(title => title, title => Cell(file, file.Find(title)!.Value), StringComparer.Ordinal);
        var marks = SourceMarks.Of(staged.Project, staged.Source.Adapter);
        var texts = columns.Select(column =>
            $"{(mapping.Fields.TryGetValue(column.Field.Name, out var from) ? from.Sql(staged, body, cells, marks) : "null")}::varchar as {TypedRows.TextOf(column.Field.Name)}");
        var filled = string.Join(", ", file.Header.Select((_, index) => Cell(file, index)));
        // Where a cell must be filled, a row without content breaks that rule already.
        var blank = !columns.Any(column => column.Field.Required && mapping.Fields.TryGetValue(column.Field.Name, out var from) && from.IsPlain);
        var values = columns.Select(column => $"{column.Value(plainNumbers)} as {SqlText.Identifier(column.Field.Name)}");
        var broken = columns.SelectMany(column => column.Broken(rules)).Concat(blank ? ["not filled"] : []);
        var names = string.Join(", ", columns.Select(column => SqlText.Identifier(column.Field.Name)));
        return $"""
            select {names} from (
                select *, {string.Join(", ", values)} from (
                    select {string.Join(", ", texts)}, coalesce({filled}) is not null as filled from {file.Scan()}
                )
            ) where case when {string.Join(" or ", broken)} then error('a rule is broken') else true end
            """;
    }

    private static string Cell(CsvFile file, int index) => file.Text.Cells.Bare ? $"c{index}" : CsvTable.Cell(index);

    /// <summary>An empty file breaks the rule that there be rows.</summary>
    private static bool Breaks(StagedRows staged)
    {
        var counts = RowRules.AcrossFields(staged.Schema).Select(rule => $"count(*) filter ({rule.Broken})").Prepend("count(*)");
        var row = staged.Database.Rows($"select {string.Join(", ", counts)} from {TypedRows.View}")[0];
        return row[0] is 0L || row.Skip(1).Any(count => count is not 0L);
    }
}
