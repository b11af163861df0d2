using System.Collections.Concurrent;
using System.Data.Common;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Direct;

/// <summary>The second pass over a file: its rows as values into Parquet, as the lake takes them.</summary>
/// <param name="File">The file.</param>
/// <param name="Columns">The fields, in the schema's order.</param>
/// <param name="Kinds">By column, from the first pass.</param>
/// <param name="Values">By column, as they were judged.</param>
internal sealed record DirectPart(CsvBlocks File, IReadOnlyList<DirectColumn> Columns, IReadOnlyList<CellKinds> Kinds, IReadOnlyList<KindValues> Values)
{
    /// <summary>The column with a row's place in the file, from 0.</summary>
    public const string Place = "row_place";

    private const string KeyNumber = "key_number";
    private const string Shape = "direct_shape";
    private const string Rows = "direct_rows";
    private const string BodyType = "direct_body";

    /// <summary>Writes the rows in the order of the key: as they come, until one does not come so; then all of them anew, sorted.</summary>
    /// <param name="row">SQL of a row's number in the body.</param>
    /// <returns>The part, and whether each key came once only; null when that is not known.</returns>
    public (ParquetPart Part, bool? Unique) Write(WorkDatabase database, LandedBody body, string row, string path)
    {
        var columns = Columns.Select(column => $"{SqlText.Identifier(column.Field.Name)} {column.Type}");
        database.Execute($"create or replace table {Shape} ({string.Join(", ", columns)}, {Place} bigint, {KeyNumber} bigint)");
        database.Execute($"drop type if exists {BodyType}");
        // The same text on every row costs nothing as the only value of its type.
        database.Execute($"create type {BodyType} as enum ({SqlText.Literal(body.Sha256)})");
        using var shape = database.Shape(Shape);
        var fields = string.Join(", ", Columns.Select((column, index) => column.Write(Kinds[index].Texts.Count)));
        var select = $"select {fields}, {SqlText.Literal(body.Sha256)}::{BodyType} as landing_sha256, ({row})::bigint as {StagedRows.RowColumn} from {Rows}()";
        var (keys, sorted) = (Keys(), true);
        database.AddFunction(Rows, shape, () => Make(shape, keys, sorted));
        try
        {
            if (keys.Ascend)
            {
                return (ParquetPart.Write(database, select, path), keys.AreUnique);
            }
        }
        catch (DbException) when (!keys.Ascend)
        {
            System.IO.File.Delete(path);
        }

        (keys, sorted) = (Keys(), false);
        return (ParquetPart.Write(database, $"{select} order by {Order(keys)}", path), keys.AreUnique);
    }

    private KeyRanks Keys() =>
        new([.. Columns.Zip(Values).Where(one => one.First.KeyPlace is not null).OrderBy(one => one.First.KeyPlace).Select(one => one.Second.Different)]);

    private string Order(KeyRanks keys) => keys.AreNumbers
        ? KeyNumber
        : string.Join(", ", Columns.Where(column => column.KeyPlace is not null).OrderBy(column => column.KeyPlace).Select(column => $"{SqlText.Identifier(column.Field.Name)} nulls first"));

    /// <param name="sorted">The first key that does not come after the one before ends it.</param>
    private IEnumerable<RowChunk> Make(RowShape shape, KeyRanks keys, bool sorted)
    {
        var fills = Columns.Select((column, index) =>
            ColumnFill.Of(index, column, Kinds[index], Values[index], column.KeyPlace is { } place ? keys.Weights[place] : 0, shape.Widths[index])).ToList();
        var (made, free) = (new ConcurrentBag<FilledBlock>(), new ConcurrentBag<FilledBlock>());
        var rows = 0L;
        try
        {
            foreach (var block in InOrder.Run(File.Count, number => Free().Fill(File, number, fills)))
            {
                foreach (var chunk in block.Chunks)
                {
                    Number(chunk.Values<long>(Columns.Count)[..chunk.Rows], rows);
                    rows += chunk.Rows;
                    keys.Take(chunk.Values<long>(Columns.Count + 1)[..chunk.Rows]);
                    if (sorted && !keys.Ascend)
                    {
                        throw new InvalidDataException($"The row at place {rows} or one before it is not in the order of the key.");
                    }

                    yield return chunk;
                }

                free.Add(block);
            }
        }
        finally
        {
            foreach (var block in made)
            {
                block.Dispose();
            }
        }

        FilledBlock Free()
        {
            if (free.TryTake(out var block))
            {
                return block;
            }

            made.Add(block = new(shape));
            return block;
        }
    }

    private static void Number(Span<long> places, long first)
    {
        for (var row = 0; row < places.Length; row++)
        {
            places[row] = first + row;
        }
    }
}
