using System.Data.Common;
using System.Globalization;
using System.Text;
using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Ingestion.Direct;

/// <summary>What the kinds of a column's cells are as values of its field, by their numbers.</summary>
/// <param name="Bits">The values as they are stored.</param>
/// <param name="Missing">Which have no value.</param>
/// <param name="Ranks">The values' order from 0, no value first.</param>
internal sealed record KindValues(IReadOnlyList<long> Bits, IReadOnlyList<bool> Missing, IReadOnlyList<long> Ranks)
{
    private const string Table = "cell_kinds";
    private const string Judged = "judged_kinds";

    /// <summary>How many different values there are.</summary>
    public long Different { get; } = Ranks.DefaultIfEmpty(-1).Max() + 1;

    /// <summary>Judges each kind as the long way judges each row: by the same SQL.</summary>
    /// <param name="rules">Those of the column's field.</param>
    /// <returns>Null when one of them breaks a rule.</returns>
    /// <exception cref="DbException">One can't be read.</exception>
    public static KindValues? Of(StagedRows staged, LandedBody body, DirectColumn column, CellKinds kinds, IReadOnlyList<RowRule> rules)
    {
        var (database, field) = (staged.Database, column.Field);
        var (text, value) = (TypedRows.TextOf(field.Name), SqlText.Identifier(field.Name));
        var cells = column.From?.From is { } title ? new Dictionary<string, string> { [title] = CsvTable.Cell(0) } : [];
        var read = column.From?.Sql(staged, body, cells, SourceMarks.Of(staged.Project, staged.Source.Adapter)) ?? "null";
        database.Execute($"create or replace table {Table} (file integer, kind bigint, c0 varchar)");
        database.AppendNumberedText(Table, kinds.Texts.Select((cell, kind) => (0, (long)kind, (IReadOnlyList<string?>)[Encoding.UTF8.GetString(cell)])));
        database.Execute($"create or replace table {Judged} as select *, {TypedRows.Value(field, text)} as {value} from (select kind, {read}::varchar as {text} from {Table})");
        // A key is told as it was written, and what is stored is its value.
        var broken = rules.Select(rule => $"coalesce({rule.Broken}, false)").Append(column.KeyPlace is null ? "false" : $"{value}::varchar is distinct from {text}");
        if (database.Count($"select count(*) from {Judged} where {string.Join(" or ", broken)}") > 0)
        {
            return null;
        }

        if (field.Type == FieldType.Text)
        {
            // In the order of the texts, so that places compare as texts do. An enumeration has a text, needed or not.
            var texts = $"from {Judged} where {value} is not null";
            database.Execute($"create type {column.Codes} as enum (select distinct {value} as code {texts} union select '' where not exists ({texts}) order by code)");
        }

        var values = database.Rows($"select {BitsSql(column, value)}, dense_rank() over (order by {value} nulls first) - 1 from {Judged} order by kind");
        return new([.. values.Select(row => BitsOf(row[0]))], [.. values.Select(row => row[0] is null)], [.. values.Select(row => (long)row[1]!)]);
    }

    private static string BitsSql(DirectColumn column, string value) => column.Field.Type switch
    {
        FieldType.Number => value,
        FieldType.Date => $"({value} - date '1970-01-01')::bigint",
        FieldType.Text => $"enum_code({value}::{column.Codes})::bigint",
        _ => $"{value}::bigint",
    };

    private static long BitsOf(object? value) => value switch
    {
        null => 0,
        double number => BitConverter.DoubleToInt64Bits(number),
        _ => Convert.ToInt64(value, CultureInfo.InvariantCulture),
    };
}
