using Utvardering.Testing;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Tests.DuckDb;

public sealed class QueryTests : IDisposable
{
    private readonly Database database = Database.OpenInMemory();

    public void Dispose() => database.Dispose();

    [Fact]
    public void Rows_are_read_with_parameters_by_position_and_by_name()
    {
        Assert.Equal([3L, 4L], database.Query("select i from range(10) t(i) where i between ? and ? order by i", row => row.GetInt64(0), 3, 4));
        Assert.Equal("Håbo", database.Scalar<string>("select $name", ("name", "Håbo")));
        Assert.Null(database.Scalar<string>("select ?::varchar", [null]));
        Assert.Null(database.Scalar<string>("select ?::varchar", null!));
    }

    [Fact]
    public void Execute_returns_the_rows_changed()
    {
        database.Execute("create table t (i integer)");
        Assert.Equal(5, database.Execute("insert into t select * from range(5)"));
    }

    [Fact]
    public void Scalar_fits_or_is_refused()
    {
        Assert.Equal(45L, database.Scalar<long>("select sum(i) from range(10) t(i)")); // DuckDB's sum of BIGINT is a HUGEINT
        Assert.Equal(1.5m, database.Scalar<decimal>("select 1.5"));
        Assert.Throws<InvalidCastException>(() => database.Scalar<double>("select 1.5::decimal(3,1)"));
        Assert.Null(database.Scalar<int?>("select null::integer"));
        Assert.Throws<InvalidOperationException>(() => database.Scalar<int>("select null::integer"));
        Assert.Throws<InvalidOperationException>(() => database.Scalar<int>("select 1 where false"));
        Assert.Throws<InvalidOperationException>(() => database.Scalar<long>("select i from range(2) t(i)"));
        Assert.Throws<InvalidOperationException>(() => database.Scalar<int>("select 1, 2"));
        Assert.Throws<InvalidCastException>(() => database.Scalar<int>("select 5000000000"));
    }

    [Fact]
    public void Stream_goes_on_while_the_database_is_used_for_other_things()
    {
        database.Execute("create table copy (i bigint)");
        long rows = 0;
        foreach (var i in database.Stream("select i from range(20000) t(i)", row => row.GetInt64(0)))
        {
            Assert.Equal(rows++, i);
            if (i % 5000 == 0)
            {
                database.Execute("insert into copy values (?)", i);
            }
        }

        Assert.Equal(20_000, rows);
        Assert.Equal(4, database.Scalar<long>("select count(*) from copy"));
    }

    [Fact]
    public void Stream_that_is_left_lets_the_file_be_closed()
    {
        using var folder = new TemporaryFolder();
        using (var file = Database.OpenFile(folder["a.duckdb"]))
        {
            Assert.Equal(0, file.Stream("select i from range(1000000) t(i)", row => row.GetInt64(0)).First());
        }

        using var holder = new HolderProcess("write", folder["a.duckdb"]);
        Assert.Equal("held", holder.Said);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("my \"odd\" table; drop")]
    [InlineData("Kommun's")]
    public void Quoted_text_comes_back_as_it_was(string text)
    {
        database.Execute($"create table {SqlText.Identifier("main", text)} (i integer)");
        Assert.Equal(text, database.Scalar<string>("select table_name from duckdb_tables()"));
        Assert.Equal(text, database.Scalar<string>($"select {SqlText.Literal(text)}"));
        Assert.Equal(2, database.Scalar<long>($"select len({SqlText.Literals([text, "b"])})"));
    }

    [Fact]
    public void Nul_can_not_be_quoted() => Assert.Throws<ArgumentException>(() => SqlText.Literal("a\0b"));
}
