using System.Globalization;
using System.Numerics;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Tests.DuckDb;

public sealed class CheckedAppenderValueTests : IDisposable
{
    private readonly Database database = Database.OpenInMemory();

    public void Dispose() => database.Dispose();

    private CheckedAppender Append(string table) => database.Append(table);

    [Fact]
    public void Every_kind_of_column_takes_its_values()
    {
        database.Execute("create table t (a boolean, b tinyint, c smallint, d integer, e bigint, f utinyint, g usmallint, h uinteger, i ubigint, j hugeint, k uhugeint, l float, m double, n decimal(9,2), o decimal(38,30), p varchar, q enum('å', 'ä'), r date, s time, t timestamp, u timestamptz, v interval, w uuid, x blob)");
        using (var rows = Append("t"))
        {
            rows.Append(true).Append(-128).Append(short.MinValue).Append(int.MaxValue).Append(long.MinValue)
                .Append(255).Append(65535).Append(uint.MaxValue).Append(ulong.MaxValue).Append(-BigInteger.Pow(2, 127)).Append(BigInteger.Pow(2, 128) - 1)
                .Append(0.5f).Append(0.1).Append(-1234567.8900m).Append(1.2345678901234567890123456789m)
                .Append("Malmö 😀").Append("ä").Append(new DateOnly(2024, 6, 10)).Append(new TimeOnly(23, 59, 59, 999)).Append(new DateTime(2024, 6, 10, 8, 30, 0))
                .Append(new DateTimeOffset(2024, 6, 10, 8, 30, 0, TimeSpan.FromHours(2))).Append(TimeSpan.FromHours(-36))
                .Append(Guid.Parse("2b6f0cc9-04d1-4d5c-8d6b-2f0000000001")).Append([0, 255]).EndRow();
            for (var column = 0; column < 24; column++)
            {
                rows.AppendNull();
            }

            rows.EndRow();
            rows.Complete();
        }

        Assert.Equal(
            "true|-128|-32768|2147483647|-9223372036854775808|255|65535|4294967295|18446744073709551615|-170141183460469231731687303715884105728|340282366920938463463374607431768211455|0.5|0.1|-1234567.89|1.234567890123456789012345678900|Malmö 😀|ä|2024-06-10|23:59:59.999|2024-06-10 08:30:00|2024-06-10 06:30:00+00|-1 day -12:00:00|2b6f0cc9-04d1-4d5c-8d6b-2f0000000001|\\x00\\xFF",
            database.Scalar<string>("select concat_ws('|', a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x::varchar) from t where a"));
        Assert.Equal("", database.Scalar<string>("select concat_ws('|', a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x::varchar) from t where a is null"));
    }

    // The value as given, and what DuckDB then shows.
    public static TheoryData<string, object, string> Taken => new()
    {
        { "integer", 7.0, "7" },
        { "integer", 7.00m, "7" },
        { "integer", (BigInteger)7, "7" },
        { "integer", 7UL, "7" },
        { "ubigint", (decimal)ulong.MaxValue, "18446744073709551615" },
        { "hugeint", ulong.MaxValue, "18446744073709551615" },
        { "double", 9007199254740992L, "9007199254740992.0" },
        { "double", 0.1m, "0.1" },
        { "double", double.NaN, "nan" },
        { "float", 0.25, "0.25" },
        { "float", 0.1f, "0.1" },
        { "decimal(5,2)", -999.99m, "-999.99" },
        { "decimal(5,2)", 999, "999.00" },
        { "decimal(38,0)", decimal.MaxValue, "79228162514264337593543950335" },
        { "date", new DateTime(2024, 2, 29), "2024-02-29" },
        { "timestamp", new DateOnly(2024, 2, 29), "2024-02-29 00:00:00" },
        { "timestamptz", new DateTime(2024, 2, 29, 1, 2, 3, DateTimeKind.Utc), "2024-02-29 01:02:03+00" },
        { "varchar", "", "" },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void Value_that_fits_exactly_is_taken(string type, object value, string shown)
    {
        database.Execute($"create table t (v {type} not null)");
        using var rows = Append("t");
        rows.AppendObject(value).EndRow();
        rows.Complete();
        Assert.Equal(shown, database.Scalar<string>("select v::varchar from t"));
    }

    // What an unchecked appender would store as another value.
    public static TheoryData<string, object, string> Refused => new()
    {
        { "integer", 2147483648L, "outside what INTEGER can hold" },
        { "tinyint", -129, "outside" },
        { "utinyint", -1, "outside" },
        { "bigint", ulong.MaxValue, "outside" },
        { "ubigint", -1, "outside" },
        { "ubigint", BigInteger.Pow(2, 64), "outside" },
        { "bigint", 1e300, "exactly" },
        { "hugeint", BigInteger.Pow(2, 127), "outside" },
        { "uhugeint", -1, "outside" },
        { "integer", 7.5, "exactly" },
        { "integer", double.NaN, "exactly" },
        { "integer", 7.5m, "exactly" },
        { "integer", "7", "takes a whole number, not text" },
        { "integer", true, "not true or false" },
        { "boolean", 1, "takes true or false, not an integer" },
        { "double", 9007199254740993L, "exactly" }, // 2^53 + 1
        { "double", "1,5", "not text" },
        { "float", 0.1, "exactly" },
        { "float", 16777217, "exactly" }, // 2^24 + 1
        { "decimal(5,2)", 1.239m, "exactly" },
        { "decimal(5,2)", 1000m, "outside what DECIMAL(5,2) can hold" },
        { "decimal(5,2)", -1000, "outside" },
        { "decimal(5,2)", 0.5, "not a floating-point number" },
        { "varchar", 1290, "takes text, not an integer" },
        { "varchar", "half \ud83d pair", "surrogate" },
        { "varchar", "\udc6e", "surrogate" },
        { "varchar", "a\0b", "NUL" },
        { "enum('a', 'b')", "c", "ENUM('a', 'b') only" },
        { "date", "2024-01-01", "not text" },
        { "date", new DateTime(2024, 1, 1, 8, 0, 0), "time of day" },
        { "timestamp", new DateTime(2024, 1, 1, 8, 0, 0, DateTimeKind.Local), "local time" },
        { "timestamp", new DateTimeOffset(2024, 1, 1, 8, 0, 0, TimeSpan.Zero), "not an instant" },
        { "timestamptz", new DateTime(2024, 1, 1, 8, 0, 0), "in which zone" },
        { "time", TimeSpan.FromHours(1), "not a length of time" },
        { "uuid", "2b6f0cc9-04d1-4d5c-8d6b-2f0000000001", "not text" },
        { "blob", "abc", "not text" },
        { "integer", new Uri("https://example.org"), "System.Uri" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Value_that_does_not_fit_is_refused_with_its_place_and_nothing_is_kept(string type, object value, string reason)
    {
        database.Execute($"create table t (id integer, v {type})");
        using (var rows = Append("t"))
        {
            for (var i = 0; i < 3000; i++)
            {
                rows.Append(i).AppendNull().EndRow();
            }

            rows.Append(3000);
            var error = Assert.Throws<ValueRefusedException>(() => rows.AppendObject(value));
            Assert.Equal(("t", "v", 3001L), (error.Table, error.Column, error.Row));
            Assert.Equal(Convert.ToString(value, CultureInfo.InvariantCulture), Convert.ToString(error.Value, CultureInfo.InvariantCulture));
            Assert.StartsWith("Table t, row 3001, column v: ", error.Message);
            Assert.Contains(reason, error.Message);
            Assert.Throws<InvalidOperationException>(rows.Complete);
        }

        Assert.Equal(0, database.Scalar<long>("select count(*) from t"));
    }
}
