using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace DuckDB.NET.Bindings.Tests;

public sealed class ErrorTests : IDisposable
{
    private readonly InMemory db = new();

    public void Dispose() => db.Dispose();

    [Theory]
    [InlineData("select 'åäö'::integer from range(1)", DuckDBErrorType.Conversion, "åäö")]
    [InlineData("select (9223372036854775807::bigint + i)::bigint from range(1, 2) t(i)", DuckDBErrorType.OutOfRange, "9223372036854775807")]
    [InlineData("select error('Ånej')", DuckDBErrorType.InvalidInput, "Ånej")]
    [InlineData("create table k (i integer primary key); insert into k values (1), (1)", DuckDBErrorType.Constraint, "1")]
    [InlineData("commit", DuckDBErrorType.Transaction, "no transaction is active")]
    public void Error_while_sql_runs_is_an_exception_with_kind_and_text(string sql, DuckDBErrorType type, string part)
    {
        var error = Assert.Throws<DuckDBException>(() => db.Execute(sql));
        Assert.Equal(type, error.ErrorType);
        Assert.Contains(part, error.Message);
    }

    // DuckDB's C API gives no kind for what fails before it runs: the text begins with it.
    [Theory]
    [InlineData("selec 1", "Parser Error", "selec")]
    [InlineData("select * from gone", "Catalog Error", "gone")]
    [InlineData("select gone from range(3)", "Binder Error", "gone")]
    [InlineData("select * from read_csv('/finns/inte.csv')", "IO Error", "inte.csv")]
    public void Error_before_sql_runs_is_an_exception_whose_text_begins_with_the_kind(string sql, string kind, string part)
    {
        var error = Assert.Throws<DuckDBException>(() => db.Execute(sql));
        Assert.StartsWith(kind, error.Message);
        Assert.Contains(part, error.Message);
    }

    [Fact]
    public void Error_in_the_middle_of_a_stream_is_an_exception()
    {
        // With several threads it is chance whether the error is told, or that another thread was stopped for it.
        db.Execute("set threads = 1");
        using var command = db.Connection.CreateCommand();
        command.CommandText = "select case when i = 200000 then error('row 200000') else i::varchar end from range(300000) t(i)";
        command.UseStreamingMode = true;
        var error = Assert.Throws<DuckDBException>(() =>
        {
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                Assert.NotEmpty(reader.GetString(0));
            }
        });
        Assert.Contains("row 200000", error.Message);
    }

    [Fact]
    public void Connection_is_usable_after_an_error()
    {
        Assert.Throws<DuckDBException>(() => db.Execute("select * from gone"));
        Assert.Equal(1, db.Read<int>("select 1"));
    }

    [Fact]
    public void Transaction_taken_back_leaves_nothing()
    {
        db.Execute("create table t (i integer)");
        using (var transaction = db.Connection.BeginTransaction())
        {
            db.Execute("insert into t values (1)");
            transaction.Rollback();
        }

        using (var transaction = db.Connection.BeginTransaction())
        {
            db.Execute("insert into t values (2)");
            transaction.Commit();
        }

        Assert.Equal([2], db.Read<List<int>>("select list(i) from t"));
    }
}
