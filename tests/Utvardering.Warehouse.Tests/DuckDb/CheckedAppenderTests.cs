using System.Globalization;
using DuckDB.NET.Data;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Tests.DuckDb;

public sealed class CheckedAppenderTests : IDisposable
{
    private readonly Database database = Database.OpenInMemory();

    public void Dispose() => database.Dispose();

    private CheckedAppender Append(string table) => database.Append(table);

    [Fact]
    public void A_million_rows_are_stored_whole()
    {
        const int Rows = 1_000_000;
        database.Execute("create table observation (municipality varchar not null, day date, year smallint, count integer, total bigint, value double, amount decimal(18,4))");
        var day = new DateOnly(2010, 1, 1);
        using (var rows = Append("observation"))
        {
            for (var i = 0; i < Rows; i++)
            {
                rows.Append((i % 290).ToString("0000", CultureInfo.InvariantCulture)).Append(day.AddDays(i % 5000)).Append(2010 + i % 15);
                _ = i % 10 == 0 ? rows.AppendNull() : rows.Append(i);
                rows.Append(i * 10_000_000L).Append(i * 0.5).Append(i / 4m).EndRow();
            }

            Assert.Equal(Rows, rows.Rows);
            rows.Complete();
        }

        // Sums of 0 … n-1, with s = n(n-1)/2 = 499 999 500 000; every tenth count is left out: 10 · 99 999 · 100 000 / 2 = 49 999 500 000.
        const long Sum = 499_999_500_000;
        Assert.Equal(
            (Rows, Sum - 49_999_500_000L, Sum * 10_000_000, Sum * 0.5, Sum / 4m, 290L, 5000L, 15L),
            database.Query(
                "select count(*)::integer, sum(count)::bigint, sum(total)::hugeint::bigint, sum(value), sum(amount), count(distinct municipality), count(distinct day), count(distinct year) from observation",
                row => (row.GetInt32(0), row.GetInt64(1), row.GetInt64(2), row.GetDouble(3), row.GetDecimal(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7)))[0]);
    }

    [Fact]
    public void Null_in_a_column_that_is_not_null_is_refused()
    {
        database.Execute("create table t (v varchar not null)");
        using var rows = Append("t");
        Assert.Contains("row 1, column v: NULL was refused. The column is NOT NULL", Assert.Throws<ValueRefusedException>(() => rows.Append((string?)null)).Message);
    }

    [Fact]
    public void Row_with_too_few_or_too_many_values_is_refused()
    {
        database.Execute("create table t (a integer, b integer)");
        using (var rows = Append("t"))
        {
            rows.Append(1);
            Assert.Contains("b is the first without one", Assert.Throws<InvalidOperationException>(rows.EndRow).Message);
        }

        using (var rows = Append("t"))
        {
            rows.Append(1).Append(2);
            Assert.Contains("2 columns", Assert.Throws<InvalidOperationException>(() => rows.Append(3)).Message);
        }

        using (var rows = Append("t"))
        {
            rows.Append(1).Append(2);
            Assert.Contains("begun but not ended", Assert.Throws<InvalidOperationException>(rows.Complete).Message);
        }

        Assert.Equal(0, database.Scalar<long>("select count(*) from t"));
    }

    [Fact]
    public void Broken_key_keeps_nothing_and_leaves_the_connection_usable()
    {
        database.Execute("create table t (a integer primary key)");
        using (var rows = Append("t"))
        {
            rows.Append(1).EndRow();
            rows.Append(1).EndRow();
            Assert.Contains("duplicate key", Assert.Throws<DuckDBException>(rows.Complete).Message);
        }

        Assert.Equal(0, database.Scalar<long>("select count(*) from t"));
        database.Execute("insert into t values (1)");
    }

    [Fact]
    public void Commit_that_fails_keeps_nothing_and_leaves_the_connection_usable()
    {
        database.Execute("create table t (a integer primary key)");
        using var other = database.Connect();
        using (var rows = Append("t"))
        {
            rows.Append(1).EndRow();
            other.Execute("insert into t values (1)");
            Assert.Throws<DuckDBException>(rows.Complete);
        }

        Assert.Equal(1, database.Scalar<long>("select count(*) from t"));
        database.Execute("insert into t values (2)");
    }

    [Fact]
    public void Rows_without_Complete_are_taken_back()
    {
        database.Execute("create table t (a integer)");
        using (var rows = Append("t"))
        {
            for (var i = 0; i < 300_000; i++) // more than DuckDB holds back before it writes
            {
                rows.Append(i).EndRow();
            }
        }

        Assert.Equal(0, database.Scalar<long>("select count(*) from t"));
    }

    [Fact]
    public void In_the_callers_transaction_keeping_is_up_to_the_caller()
    {
        database.Execute("create table t (a integer)");
        foreach (var (end, expected) in new[] { ("rollback", 0L), ("commit", 1L) })
        {
            database.Execute("begin transaction");
            using (var rows = Append("t"))
            {
                rows.Append(1).EndRow();
                rows.Complete();
            }

            database.Execute(end);
            Assert.Equal(expected, database.Scalar<long>("select count(*) from t"));
        }
    }

    [Fact]
    public void Table_in_a_schema_and_with_an_odd_name_is_found()
    {
        database.Execute("create schema \"min stage\"; create table \"min stage\".\"Kommun's \"\"x\"\"\" (a integer)");
        using (var rows = database.Append("Kommun's \"x\"", "min stage"))
        {
            rows.Append(5).EndRow();
            rows.Complete();
        }

        Assert.Equal(5, database.Scalar<int>("select a from \"min stage\".\"Kommun's \"\"x\"\"\""));
    }

    [Fact]
    public void Table_that_is_missing_or_has_columns_that_can_not_be_checked_is_refused()
    {
        Assert.Contains("gone", Assert.Throws<DuckDBException>(() => Append("gone")).Message);
        database.Execute("create table t (a integer, list integer[])");
        Assert.Contains("column list: values can't be appended to INTEGER[]", Assert.Throws<NotSupportedException>(() => Append("t")).Message);
        database.Execute("create table e (a enum('x', 'y')[])");
        Assert.Throws<NotSupportedException>(() => Append("e"));
    }

    [Fact]
    public void Table_with_a_generated_column_is_refused_at_the_first_row()
    {
        database.Execute("create table t (a integer, twice integer generated always as (a * 2), b smallint)");
        using (var rows = Append("t"))
        {
            Assert.Throws<InvalidOperationException>(() => rows.Append(1).Append(7).EndRow());
        }

        using (var rows = Append("t"))
        {
            Assert.Throws<IndexOutOfRangeException>(() => rows.Append(1).Append(2).Append(7));
        }

        Assert.Equal(0, database.Scalar<long>("select count(*) from t"));
    }
}
