using DuckDB.NET.Data;

namespace DuckDB.NET.Bindings.Tests;

public sealed class ParameterTests : IDisposable
{
    private readonly InMemory db = new();

    public void Dispose() => db.Dispose();

    [Fact]
    public void Parameters_by_position_are_taken_in_order()
    {
        Assert.Equal("a-b", db.Read<string>("select ? || '-' || ?", "a", "b"));
        Assert.Equal("b-a-b", db.Read<string>("select $2 || '-' || $1 || '-' || $2", "a", "b"));
    }

    [Fact]
    public void Parameters_by_name_are_taken_by_name()
        => Assert.Equal("a-b-a", db.Read<string>("select $first || '-' || $second || '-' || $first", new DuckDBParameter("second", "b"), new DuckDBParameter("first", "a")));

    [Fact]
    public void Parameter_that_is_missing_is_an_error()
        => Assert.ThrowsAny<Exception>(() => db.Read<string>("select $first || $second", new DuckDBParameter("first", "a")));

    [Fact]
    public void Command_runs_again_with_another_value()
    {
        using var command = db.Connection.CreateCommand();
        command.CommandText = "select ? * 2";
        var parameter = new DuckDBParameter(0);
        command.Parameters.Add(parameter);
        for (var i = 0; i < 100; i++)
        {
            parameter.Value = i;
            Assert.Equal(i * 2L, Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Several_statements_run_in_order_and_the_changes_are_counted()
    {
        using var command = db.Connection.CreateCommand();
        command.CommandText = "create table t (i integer); insert into t select * from range(7); delete from t where i < 3";
        command.ExecuteNonQuery();
        Assert.Equal(4, db.Read<long>("select count(*) from t"));

        command.CommandText = "update t set i = i + 1";
        Assert.Equal(4, command.ExecuteNonQuery());
    }
}
