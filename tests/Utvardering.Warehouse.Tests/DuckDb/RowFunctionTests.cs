using System.Data.Common;
using Utvardering.Testing;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Warehouse.Tests.DuckDb;

public sealed class RowFunctionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly WorkDatabase database;
    private RowShape? shape;

    public RowFunctionTests()
    {
        database = new(folder["spill"]);
        database.Execute("create type colour as enum ('blue', 'red')");
        database.Execute("create table shape (number bigint, half double, colour colour, year integer, day date)");
    }

    [Theory]
    [InlineData(new[] { 1, 2, 3 })]
    [InlineData(new[] { 2048, 2048 })]
    [InlineData(new[] { 2047, 2, 0, 4, 2048, 1, 2048, 100 })]
    [InlineData(new[] { 0 })]
    [InlineData(new int[0])]
    public void Rows_come_in_their_order_whatever_the_chunks(int[] sizes)
    {
        Add(() => Chunks(sizes));
        // Nulls are each fifth half and each third colour.
        var wrong = database.Count(
            """
            select count(*) from (select *, row_number() over () - 1 as place from made())
            where number <> place or half is distinct from case when place % 5 <> 0 then place / 2 end
                or colour::varchar is distinct from case when place % 3 <> 0 then ['blue', 'red'][place % 2 + 1] end
                or year <> 2000 + place % 20 or day <> date '1970-01-01' + (place % 1000)::integer
            """);
        Assert.Equal(0, wrong);
        Assert.Equal(sizes.Sum(), database.Count("select count(*) from made()"));
    }

    [Fact]
    public void Row_groups_are_of_one_size_whatever_the_chunks()
    {
        int[][] ways = [[.. Enumerable.Repeat(2048, 150)], [.. Enumerable.Range(0, 300).SelectMany(_ => new[] { 1000, 24 })]];
        var hashes = ways.Select((sizes, way) =>
        {
            shape?.Dispose();
            shape = database.Shape("shape");
            database.AddFunction($"way{way}", shape, () => Chunks(sizes));
            var part = ParquetPart.Write(database, $"select * from way{way}()", folder[$"{way}.parquet"]);
            Assert.Equal(307_200, part.Rows);
            Assert.Equal(["122880", "122880", "61440"], database.Texts($"select row_group_num_rows from parquet_metadata('{part.Path}') where column_id = 0 order by row_group_id"));
            return DurableFile.Sha256(part.Path);
        }).ToList();
        Assert.Equal(hashes[0], hashes[1]);
    }

    [Fact]
    public void An_exception_on_the_way_is_the_error_of_the_query()
    {
        Add(() => Chunks([2048, 2048, 10], failAt: 2));
        var error = Assert.ThrowsAny<DbException>(() => database.Count("select sum(number) from made()"));
        Assert.Contains("chunk 2 is not to be had", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_nobody_asks_for_any_more_are_left()
    {
        var ended = false;
        Add(() => Endless(() => ended = true));
        Assert.Equal(5, database.Count("select count(*) from (from made() limit 5)"));
        Assert.True(ended);
    }

    [Fact]
    public void Texts_are_no_values_of_a_fixed_width()
    {
        database.Execute("create table texts (t varchar)");
        Assert.Throws<NotSupportedException>(() => database.Shape("texts"));
    }

    public void Dispose()
    {
        database.Dispose();
        shape?.Dispose();
        folder.Dispose();
    }

    private void Add(Func<IEnumerable<RowChunk>> rows)
    {
        shape = database.Shape("shape");
        database.AddFunction("made", shape, rows);
    }

    private IEnumerable<RowChunk> Chunks(int[] sizes, int failAt = int.MaxValue)
    {
        using var chunk = shape!.NewChunk();
        var place = 0;
        for (var index = 0; index < sizes.Length; index++)
        {
            if (index == failAt)
            {
                throw new InvalidDataException($"chunk {index} is not to be had");
            }

            chunk.Clear();
            chunk.Rows = sizes[index];
            Fill(chunk, place);
            place += sizes[index];
            yield return chunk;
        }
    }

    private IEnumerable<RowChunk> Endless(Action end)
    {
        using var chunk = shape!.NewChunk();
        try
        {
            while (true)
            {
                chunk.Clear();
                chunk.Rows = 2048;
                Fill(chunk, 0);
                yield return chunk;
            }
        }
        finally
        {
            end();
        }
    }

    private static void Fill(RowChunk chunk, int place)
    {
        for (var row = 0; row < chunk.Rows; row++, place++)
        {
            chunk.Values<long>(0)[row] = place;
            chunk.Values<double>(1)[row] = place / 2.0;
            chunk.Values<byte>(2)[row] = (byte)(place % 2);
            chunk.Values<int>(3)[row] = 2000 + (place % 20);
            chunk.Values<int>(4)[row] = place % 1000;
            if (place % 5 == 0)
            {
                RowChunk.SetNull(chunk.Validity(1), row);
            }

            if (place % 3 == 0)
            {
                RowChunk.SetNull(chunk.Validity(2), row);
            }
        }
    }
}
