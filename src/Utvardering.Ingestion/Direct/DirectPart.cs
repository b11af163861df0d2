using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Direct;

/// <summary>Coded rows as Parquet, as the lake takes them: in the order of their keys.</summary>
/// <param name="Database">That writes them.</param>
/// <param name="Columns">The fields, in the schema's order.</param>
/// <param name="Values">By column, as its kinds were judged.</param>
/// <param name="Body">Where they come from.</param>
/// <param name="Row">SQL of a row's number in the body.</param>
internal sealed record DirectPart(WorkDatabase Database, IReadOnlyList<DirectColumn> Columns, IReadOnlyList<KindValues> Values, LandedBody Body, string Row)
{
    /// <summary>The column with a row's place in the file, from 0.</summary>
    public const string Place = "row_place";

    private const string Shape = "direct_shape";
    private const string Source = "direct_rows";
    private const string BodyType = "direct_body";

    private string Key => string.Join(", ", Columns.Where(column => column.KeyPlace is not null).OrderBy(column => column.KeyPlace).Select(column => $"{SqlText.Identifier(column.Field.Name)} nulls first"));

    /// <summary>Writes rows that are in order.</summary>
    public ParquetPart Write(IEnumerable<CodedBlock> blocks, string path) => Write([blocks], select => Database.OnOneThread(() => ParquetPart.Write(Database, select, path)));

    /// <summary>Sorts rows and writes them. They are read by several threads.</summary>
    public ParquetPart WriteSorted(CodedRows rows, string path)
    {
        var threads = Environment.ProcessorCount;
        return Write(
            Enumerable.Range(0, threads).Select(thread => rows.Blocks(Columns, thread, threads)),
            select => ParquetPart.Write(Database, $"{select} order by {Key}", path));
    }

    private ParquetPart Write(IEnumerable<IEnumerable<CodedBlock>> parts, Func<string, ParquetPart> write)
    {
        Database.Execute($"create or replace table {Shape} ({string.Join(", ", Columns.Select(column => $"{SqlText.Identifier(column.Field.Name)} {column.Type}"))}, {Place} bigint)");
        using var shape = Database.Shape(Shape);
        var fills = Columns.Select((_, column) => ColumnFill.Of(column, Values[column], shape.Widths[column])).ToList();
        var sources = parts.Select((blocks, part) =>
        {
            Database.AddFunction($"{Source}_{part}", shape, () => new ValueRows(blocks, fills).Fill);
            return $"from {Source}_{part}()";
        }).ToList();
        // The same text on every row costs nothing as the only value of its type.
        Database.Execute($"create type {BodyType} as enum ({SqlText.Literal(Body.Sha256)})");
        var fields = string.Join(", ", Columns.Select((column, index) => column.Write(Values[index].Bits.Count)));
        return write($"select {fields}, {SqlText.Literal(Body.Sha256)}::{BodyType} as landing_sha256, ({Row})::bigint as {StagedRows.RowColumn} from ({string.Join(" union all ", sources)})");
    }
}
