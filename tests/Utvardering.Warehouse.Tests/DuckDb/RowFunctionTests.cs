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
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(10_000)]
    public void Rows_come_in_their_order(int rows)
    {
        Add(rows);
        // Each fifth half and each third colour is null.
        var wrong = database.Count(
            """
            select count(*) from (select *, row_number() over () - 1 as place from made())
            where number <> place or half is distinct from case when place % 5 <> 0 then place / 2 end
                or colour::varchar is distinct from case when place % 3 <> 0 then ['blue', 'red'][place % 2 + 1] end
                or year <> 2000 + place % 20 or day <> date '1970-01-01' + (place % 1000)::integer
            """);
        Assert.Equal(0, wrong);
        Assert.Equal(rows, database.Count("select count(*) from made()"));
    }

    [Fact]
    public void Row_groups_are_of_one_size_and_the_same_bytes_on_one_thread_and_on_all()
    {
        Add(307_200);
        var parts = new[]
        {
            ParquetPart.Write(database, "select * from made()", folder["1.parquet"]),
            database.OnOneThread(() => ParquetPart.Write(database, "select * from made()", folder["2.parquet"])),
        };
        Assert.All(parts, part => Assert.Equal(
            ["122880", "122880", "61440"], database.Texts($"select row_group_num_rows from parquet_metadata('{part.Path}') where column_id = 0 order by row_group_id")));
        Assert.Equal(DurableFile.Sha256(parts[0].Path), DurableFile.Sha256(parts[1].Path));
    }

    [Fact]
    public void An_exception_on_the_way_is_the_error_of_the_query()
    {
        Add(10_000, failAt: 4096);
        var error = Assert.ThrowsAny<DbException>(() => database.Count("select sum(number) from made()"));
        Assert.Contains("row 4096 is not to be had", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_at_the_beginning_is_the_error_of_the_query()
    {
        shape = database.Shape("shape");
        database.AddFunction("made", shape, () => throw new InvalidDataException("there are no rows to be had"));
        var error = Assert.ThrowsAny<DbException>(() => database.Count("select count(*) from made()"));
        Assert.Contains("there are no rows to be had", error.Message, StringComparison.Ordinal);
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

    private void Add(int rows, int failAt = int.MaxValue)
    {
        shape = database.Shape("shape");
        database.AddFunction("made", shape, () =>
        {
            var place = 0;
            return chunk =>
            {
                if (place == failAt)
                {
                    throw new InvalidDataException($"row {place} is not to be had");
                }

                var number = Math.Min(RowChunk.Capacity, rows - place);
                Fill(chunk, place, number);
                place += number;
                return number;
            };
        });
    }

    private static void Fill(RowChunk chunk, int place, int rows)
    {
        for (var row = 0; row < rows; row++, place++)
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
