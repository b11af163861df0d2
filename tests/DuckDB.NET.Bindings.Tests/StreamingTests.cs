namespace DuckDB.NET.Bindings.Tests;

public sealed class StreamingTests : IDisposable
{
    private readonly InMemory db = new();

    public void Dispose() => db.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Many_rows_are_read_whole_and_in_order(bool streaming)
    {
        const long Rows = 1_000_000;
        using var command = db.Connection.CreateCommand();
        command.CommandText = $"select i, i * 0.5::double, 'rad ' || i, '2000-01-01'::date + (i % 10000)::integer from range({Rows}) t(i)";
        command.UseStreamingMode = streaming;
        using var reader = command.ExecuteReader();
        long rows = 0;
        double sum = 0;
        var day = new DateOnly(2000, 1, 1);
        for (; reader.Read(); rows++)
        {
            Assert.True(reader.GetInt64(0) == rows && reader.GetFieldValue<DateOnly>(3) == day.AddDays((int)(rows % 10_000)));
            sum += reader.GetDouble(1);
            if (rows % 9_973 == 0)
            {
                Assert.Equal($"rad {rows}", reader.GetString(2));
            }
        }

        Assert.Equal(Rows, rows);
        Assert.Equal(Rows * (Rows - 1) / 4.0, sum); // half the sum 0 + 1 + … + (n - 1), exact in a double
    }

    [Fact]
    public void Stream_left_half_way_leaves_the_connection_usable()
    {
        using (var command = db.Connection.CreateCommand())
        {
            command.CommandText = "select i from range(1000000) t(i)";
            command.UseStreamingMode = true;
            using var reader = command.ExecuteReader();
            Assert.True(reader.Read());
        }

        Assert.Equal(1, db.Read<int>("select 1"));
    }

    [Fact]
    public void Empty_stream_has_columns_and_no_rows()
    {
        using var command = db.Connection.CreateCommand();
        command.CommandText = "select 1 as one where false";
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        Assert.Equal("one", reader.GetName(0));
        Assert.False(reader.Read());
    }
}
