using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Direct;

/// <summary>Coded rows as Parquet, as the lake takes them.</summary>
/// <param name="Columns">The fields, in the schema's order.</param>
/// <param name="Values">By column, as its kinds were judged.</param>
/// <param name="Rows">The rows.</param>
internal sealed record DirectPart(IReadOnlyList<DirectColumn> Columns, IReadOnlyList<KindValues> Values, CodedRows Rows)
{
    /// <summary>The column with a row's place in the file, from 0.</summary>
    public const string Place = "row_place";

    private const string KeyNumber = "key_number";
    private const string Shape = "direct_shape";
    private const string Source = "direct_rows";
    private const string BodyType = "direct_body";

    /// <summary>Writes them in the order of their keys.</summary>
    /// <param name="row">SQL of a row's number in the body.</param>
    /// <param name="keys">Numbers to sort them by.</param>
    /// <param name="sorted">They come so.</param>
    public ParquetPart Write(WorkDatabase database, LandedBody body, string row, KeyNumbers keys, bool sorted, string path)
    {
        var numbers = sorted || keys.Possible is null ? null : keys;
        var columns = Columns.Select(column => $"{SqlText.Identifier(column.Field.Name)} {column.Type}").Append($"{Place} bigint").Concat(numbers is null ? [] : [$"{KeyNumber} bigint"]);
        database.Execute($"create or replace table {Shape} ({string.Join(", ", columns)})");
        using var shape = database.Shape(Shape);
        var fills = Columns.Select((_, column) => ColumnFill.Of(column, Values[column], shape.Widths[column])).ToList();
        // What is sorted may come in any order, and from several threads.
        var threads = sorted ? 1 : Environment.ProcessorCount;
        var sources = Enumerable.Range(0, threads).Select(thread =>
        {
            database.AddFunction($"{Source}_{thread}", shape, () => new ValueRows(Rows, new(Columns), fills, numbers, thread, threads).Fill);
            return $"from {Source}_{thread}()";
        }).ToList();
        // The same text on every row costs nothing as the only value of its type.
        database.Execute($"create type {BodyType} as enum ({SqlText.Literal(body.Sha256)})");
        var fields = string.Join(", ", Columns.Select((column, index) => column.Write(Values[index].Bits.Count)));
        var select = $"select {fields}, {SqlText.Literal(body.Sha256)}::{BodyType} as landing_sha256, ({row})::bigint as {StagedRows.RowColumn} from ({string.Join(" union all ", sources)})";
        return sorted
            ? database.OnOneThread(() => ParquetPart.Write(database, select, path))
            : ParquetPart.Write(database, $"{select} order by {(numbers is null ? Key : KeyNumber)}", path);
    }

    private string Key => string.Join(", ", Columns.Where(column => column.KeyPlace is not null).OrderBy(column => column.KeyPlace).Select(column => $"{SqlText.Identifier(column.Field.Name)} nulls first"));
}
