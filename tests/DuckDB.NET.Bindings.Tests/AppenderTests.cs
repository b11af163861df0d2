using System.Numerics;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace DuckDB.NET.Bindings.Tests;

/// <summary>DuckDB.NET's own appender: each CLR type into the column type it belongs to.</summary>
public sealed class AppenderTests : IDisposable
{
    private readonly InMemory db = new();

    public void Dispose() => db.Dispose();

    [Fact]
    public void Values_of_the_columns_own_types_are_stored()
    {
        db.Execute("create table t (b boolean, i8 tinyint, u16 usmallint, i32 integer, i64 bigint, h hugeint, f float, d double, m decimal(38,5), s varchar, e enum('å', 'ä'), dt date, tm time, ts timestamp, tz timestamptz, iv interval, id uuid, bytes blob, list integer[])");
        var id = Guid.Parse("2b6f0cc9-04d1-4d5c-8d6b-2f0000000001");
        using (var appender = db.Connection.CreateAppender("t"))
        {
            appender.CreateRow()
                .AppendValue(true).AppendValue((sbyte)-1).AppendValue(ushort.MaxValue).AppendValue(int.MinValue).AppendValue(long.MaxValue)
                .AppendValue(BigInteger.Pow(2, 100)).AppendValue(0.5f).AppendValue(0.1).AppendValue(-1234567890123.45678m)
                .AppendValue("Malmö 😀").AppendValue("ä")
                .AppendValue(new DuckDBDateOnly(2024, 6, 10)).AppendValue(new DuckDBTimeOnly(8, 30, 0, 5))
                .AppendValue(new DateTime(2024, 6, 10, 8, 30, 0)).AppendValue(new DateTimeOffset(2024, 6, 10, 8, 30, 0, TimeSpan.FromHours(2)))
                .AppendValue(TimeSpan.FromHours(36)).AppendValue(id).AppendValue(new byte[] { 0, 255 }).AppendValue([1, 2])
                .EndRow();
        }

        // DuckDB's own rendering of each value.
        Assert.Equal(
            "true|-1|65535|-2147483648|9223372036854775807|1267650600228229401496703205376|0.5|0.1|-1234567890123.45678|Malmö 😀|ä|2024-06-10|08:30:00.000005|2024-06-10 08:30:00|2024-06-10 06:30:00+00|1 day 12:00:00|2b6f0cc9-04d1-4d5c-8d6b-2f0000000001|\\x00\\xFF|[1, 2]",
            db.Read<string>("select concat_ws('|', b, i8, u16, i32, i64, h, f, d, m, s, e, dt, tm, ts, tz, iv, id, bytes::varchar, list) from t"));
    }

    [Fact]
    public void Null_is_stored_in_every_column()
    {
        db.Execute("create table t (i integer, s varchar, d date, m decimal(10,2), list integer[])");
        using (var appender = db.Connection.CreateAppender("t"))
        {
            appender.CreateRow().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().EndRow();
        }

        Assert.Equal(1, db.Read<long>("select count(*) from t where i is null and s is null and d is null and m is null and list is null"));
    }

    [Fact]
    public void Broken_key_is_an_error_when_the_appender_is_closed()
    {
        db.Execute("create table t (i integer primary key)");
        var appender = db.Connection.CreateAppender("t");

        // A bare 1 would be taken as an sbyte, and one byte of the four be written: see CheckedAppender.
        appender.CreateRow().AppendValue((int?)1).EndRow();
        appender.CreateRow().AppendValue((int?)1).EndRow();

        var error = Assert.Throws<DuckDBException>(appender.Close);
        Assert.Equal(DuckDBErrorType.Constraint, error.ErrorType);
    }

    [Fact]
    public void Table_that_does_not_exist_is_an_error_with_its_name()
        => Assert.Contains("gone", Assert.Throws<DuckDBException>(() => db.Connection.CreateAppender("gone")).Message);
}
