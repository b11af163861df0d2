using System.Data.Common;
using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Direct;

/// <summary>
/// The short way for a file in which nothing is wrong. A first pass finds the kinds of cells in each column; each kind is judged once, by the
/// SQL that judges each row on the long way; a second pass stores the rows as values. What breaks any rule, and a key that comes twice, ends
/// it; then the file goes the long way from its beginning, as texts, and the problems are found, counted and told there. So both ways keep the
/// same rules, and only one of them writes reports.
/// </summary>
/// <remarks>
/// It is also left for what the long way tells of or knows better: rows without content, rows passed over by 'where' and 'skip', places by
/// name, several files in one retrieval, corrections, CSV of an odd form, and columns with too many kinds of cells.
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

        try
        {
            staged.Direct = Store(staged, body, file, mapping);
        }
        catch (DbException)
        {
            // A text that its mapping or type can't take: the long way says which.
        }

        if (staged.Direct is null)
        {
            staged.Database.Execute($"drop view if exists {TypedRows.View}");
        }

        return staged.Direct is not null;
    }

    private static bool IsFor(StagedRows staged, CsvFile file, TidyMapping mapping)
    {
        var schema = staged.Schema;
        return staged.MayBeDirect
            && file is { Headed: true, Ragged: false, Header.Count: > 1 }
            && staged.Bodies.DistinctBy(body => body.Sha256).Count() == 1
            && mapping.Where.Count == 0 && mapping.Skip.Count == 0
            && mapping.Fields.Values.All(column => column.Region is null)
            && mapping.Needed.All(title => file.Find(title) is not null)
            && schema.Fields.All(field => field.Type != FieldType.Number || !schema.PrimaryKey.Contains(field.Name));
    }

    private static ParquetPart? Store(StagedRows staged, LandedBody body, CsvFile file, TidyMapping mapping)
    {
        using var blocks = new CsvBlocks(file);
        var columns = staged.Schema.Fields.Select(field => Column(staged.Schema, field, file, mapping)).ToList();
        using var rows = new CodedRows(Path.Combine(staged.Folder, "direct.rows"), blocks.Count);
        var rules = RowRules.OfFields(staged.Schema, registry => RegistryCodes.Of(staged.Project, registry)).ToLookup(rule => rule.Field, StringComparer.Ordinal);
        if (KindSurvey.Of(blocks, columns, rows) is not { } kinds || Judge(staged, body, columns, kinds, rules) is not { } values)
        {
            return null;
        }

        var keys = new KeyNumbers(columns, values);
        var sorted = keys.Possible is not null && KeyOrder.Ascends(rows, columns, keys);
        var places = sorted ? null : KeyPlaces.Of(rows, columns, keys);
        if (places is { Unique: false })
        {
            return null;
        }

        var (path, writer) = (Path.Combine(staged.Folder, "direct.parquet"), new DirectPart(staged.Database, columns, values, body, CsvTable.RowOf(file, DirectPart.Place)));
        var part = sorted ? writer.Write(rows.Blocks(columns), path)
            : places is not null ? writer.Write(new PlacedRows(rows, columns, keys, places).Blocks(), path)
            : writer.WriteSorted(rows, path);
        CreateView(staged, columns, part);
        // Plain numbers are of no kind. Of their rules only those of their size can be broken.
        var sizes = columns.Where(column => column.TakesNumbers).SelectMany(column => rules[column.Field.Name]).Where(rule => rule.Name is "minimum" or "maximum");
        return !Breaks(staged, sizes) && (sorted || places is not null || AreUnique(staged)) ? part : null;
    }

    private static List<KindValues>? Judge(StagedRows staged, LandedBody body, List<DirectColumn> columns, IReadOnlyList<CellKinds> kinds, ILookup<string, RowRule> rules)
    {
        CodeListTables.Load(staged);
        var values = new List<KindValues>();
        foreach (var (column, itsKinds) in columns.Zip(kinds))
        {
            if (KindValues.Of(staged, body, column, itsKinds, [.. rules[column.Field.Name]]) is not { } judged)
            {
                return null;
            }

            values.Add(judged);
        }

        return values;
    }

    /// <summary>Makes <see cref="TypedRows.View"/> of them. The texts are those of the values: of key fields they are as they were written.</summary>
    private static void CreateView(StagedRows staged, IReadOnlyList<DirectColumn> columns, ParquetPart part)
    {
        var names = columns.Select(column => column.Field.Name);
        var fields = names.Select(name => $"{SqlText.Identifier(name)}, {SqlText.Identifier(name)}::varchar as {TypedRows.TextOf(name)}");
        staged.Database.Execute(
            $"create or replace view {TypedRows.View} as select file_row_number as {TypedRows.Id}, 0 as {StagedRows.FileColumn}, {StagedRows.RowColumn}, {string.Join(", ", fields)} "
            + $"from read_parquet({SqlText.Literal(part.Path)}, file_row_number = true)");
    }

    private static DirectColumn Column(DatasetSchema schema, SchemaField field, CsvFile file, TidyMapping mapping)
    {
        var from = mapping.Fields.GetValueOrDefault(field.Name);
        var key = schema.PrimaryKey.ToList().IndexOf(field.Name);
        return new(field, from, from?.From is { } title ? file.Find(title) : null, key < 0 ? null : key, schema.Registered.Any(registered => registered.Field == field.Name));
    }

    /// <summary>An empty file breaks the rule that there be rows.</summary>
    private static bool Breaks(StagedRows staged, IEnumerable<RowRule> sizes)
    {
        var counts = RowRules.AcrossFields(staged.Schema).Concat(sizes).Select(rule => $"count(*) filter ({rule.Broken})").Prepend("count(*)");
        var row = staged.Database.Rows($"select {string.Join(", ", counts)} from {TypedRows.View}")[0];
        return row[0] is 0L || row.Skip(1).Any(count => count is not 0L);
    }

    /// <summary>No key comes twice.</summary>
    private static bool AreUnique(StagedRows staged)
    {
        var keys = SqlLists.Names(staged.Schema.PrimaryKey);
        return staged.Database.Count($"select count(*) from (select {keys} from {TypedRows.View} group by {keys} having count(*) > 1 limit 1)") == 0;
    }
}
