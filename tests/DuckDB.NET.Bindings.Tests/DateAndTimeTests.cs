using DuckDB.NET.Native;

namespace DuckDB.NET.Bindings.Tests;

public sealed class DateAndTimeTests : IDisposable
{
    private readonly InMemory db = new();

    public void Dispose() => db.Dispose();

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1582-10-15")]
    [InlineData("1969-12-31")]
    [InlineData("1970-01-01")]
    [InlineData("2000-02-29")]
    [InlineData("2024-12-31")]
    [InlineData("9999-12-31")]
    public void Dates_come_out_and_go_in(string text)
    {
        var date = DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(date, db.Read<DateOnly>($"select '{text}'::date"));
        Assert.Equal(text, db.Echo(date));
    }

    // DuckDB writes the dates down; the calendar here must agree with it over its whole range.
    [Fact]
    public void Calendar_agrees_with_DuckDBs_over_its_whole_range()
    {
        using var command = db.Connection.CreateCommand();
        command.CommandText = """
            select d, year(d), month(d), day(d)
            from (select '5877642-06-25 (BC)'::date + (i * 429496)::integer as d from range(5000) t(i))
            union all select d, year(d), month(d), day(d) from (select '1970-01-01'::date + (i * 429496)::integer as d from range(5000) t(i))
            union all select d, year(d), month(d), day(d) from (select '1899-12-25'::date + i::integer as d from range(75000) t(i))
            """;
        using var reader = command.ExecuteReader();
        var rows = 0;
        for (; reader.Read(); rows++)
        {
            var date = reader.GetFieldValue<DuckDBDateOnly>(0);
            Assert.Equal((reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)), (date.Year, date.Month, date.Day));
            Assert.Equal(date, DuckDBDateOnly.FromDuckDBDate(date.ToDuckDBDate()));
        }

        Assert.Equal(85_000, rows);
    }

    [Fact]
    public void Infinite_dates_and_times_are_known_as_such_and_are_no_DateTime()
    {
        Assert.True(db.Read<DuckDBDateOnly>("select 'infinity'::date").IsPositiveInfinity);
        Assert.True(db.Read<DuckDBDateOnly>("select '-infinity'::date").IsNegativeInfinity);
        Assert.True(db.Read<DuckDBTimestamp>("select 'infinity'::timestamp").IsPositiveInfinity);
        Assert.True(db.Read<DuckDBTimestamp>("select '-infinity'::timestamptz").IsNegativeInfinity);
        Assert.Throws<InvalidOperationException>(() => db.Read<DateOnly>("select 'infinity'::date"));
        Assert.Throws<InvalidOperationException>(() => db.Read<DateTime>("select 'infinity'::timestamp"));
    }

    [Fact]
    public void Infinite_dates_go_in_again()
    {
        Assert.Equal("infinity", db.Echo(db.Read<DuckDBDateOnly>("select 'infinity'::date")));
        Assert.Equal("-infinity", db.Echo(db.Read<DuckDBDateOnly>("select '-infinity'::date")));
    }

    [Fact]
    public void Years_beyond_DateTime_are_read_with_DuckDBs_types_and_refused_otherwise()
    {
        Assert.Equal(new DuckDBDateOnly(290000, 1, 1), db.Read<DuckDBDateOnly>("select '290000-01-01'::date"));
        Assert.Equal(294246, db.Read<DuckDBTimestamp>("select '294246-12-31 23:59:59.999999'::timestamp").Date.Year);
        Assert.False(db.Read<DuckDBTimestamp>("select '290000-01-01'::timestamp_s").IsInfinity);
        Assert.Throws<ArgumentOutOfRangeException>(() => db.Read<DateOnly>("select '290000-01-01'::date"));
        Assert.Throws<ArgumentOutOfRangeException>(() => db.Read<DateTime>("select '294246-12-31'::timestamp"));
    }

    [Fact]
    public void Day_that_does_not_exist_is_refused()
    {
        Assert.Throws<OverflowException>(() => new DuckDBDateOnly(2023, 2, 30).ToDuckDBDate());
        Assert.Throws<OverflowException>(() => new DuckDBDateOnly(6_000_000, 1, 1).ToDuckDBDate());
    }

    [Theory]
    [InlineData("1969-12-31 23:59:59.999999")]
    [InlineData("2024-06-10 08:30:00.123456")]
    [InlineData("0001-01-01 00:00:00")]
    [InlineData("9999-12-31 23:59:59.999999")]
    public void Timestamps_come_out_and_go_in(string text)
    {
        var time = DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(time, db.Read<DateTime>($"select '{text}'::timestamp"));
        Assert.Equal(text, db.Echo(time));
    }

    [Fact]
    public void Timestamps_of_other_units_are_read_in_their_unit()
    {
        Assert.Equal(new DateTime(2024, 6, 10, 8, 30, 1), db.Read<DateTime>("select '2024-06-10 08:30:01'::timestamp_s"));
        Assert.Equal(new DateTime(2024, 6, 10, 8, 30, 1, 123), db.Read<DateTime>("select '2024-06-10 08:30:01.123'::timestamp_ms"));
        Assert.Equal(new DateTime(2024, 6, 10, 8, 30, 1).AddTicks(1_234_567), db.Read<DateTime>("select '2024-06-10 08:30:01.123456789'::timestamp_ns"));
    }

    [Fact]
    public void Instants_keep_the_moment_and_lose_the_offset()
    {
        var summer = new DateTimeOffset(2024, 7, 1, 12, 0, 0, TimeSpan.FromHours(2));
        Assert.Equal(summer, db.Read<DateTimeOffset>("select '2024-07-01 12:00:00+02'::timestamptz"));
        Assert.Equal(TimeSpan.Zero, db.Read<DateTimeOffset>("select '2024-07-01 12:00:00+02'::timestamptz").Offset);
        Assert.Equal("2024-07-01 10:00:00+00", db.Echo(summer));
    }

    [Fact]
    public void Times_of_day_come_out_and_go_in()
    {
        var last = new TimeOnly(23, 59, 59).Add(TimeSpan.FromMicroseconds(999_999));
        Assert.Equal(last, db.Read<TimeOnly>("select '23:59:59.999999'::time"));
        Assert.Equal("23:59:59.999999", db.Echo(last));
        Assert.Equal(TimeOnly.MinValue, db.Read<TimeOnly>("select '00:00'::time"));
        Assert.Throws<ArgumentOutOfRangeException>(() => db.Read<TimeOnly>("select '24:00:00'::time"));
        Assert.Equal(24, db.Read<DuckDBTimeOnly>("select '24:00:00'::time").Hour);
    }

    [Fact]
    public void Times_with_an_offset_keep_it()
        => Assert.Equal((new TimeSpan(12, 30, 0), TimeSpan.FromHours(-3)), db.Read("select '12:30:00-03'::timetz", reader =>
        {
            var time = reader.GetFieldValue<DateTimeOffset>(0);
            return (time.TimeOfDay, time.Offset);
        }));

    [Fact]
    public void Intervals_come_out_and_go_in()
    {
        var span = new TimeSpan(3, 4, 5, 6).Add(TimeSpan.FromMicroseconds(7));
        Assert.Equal(span, db.Read<TimeSpan>("select interval '3 days 4 hours 5 minutes 6.000007 seconds'"));
        Assert.True(db.Read<bool>("select ? = interval '3 days 4 hours 5 minutes 6.000007 seconds'", span));
        Assert.True(db.Read<bool>("select ? = interval '-3 days -4 hours -5 minutes -6.000007 seconds'", -span));
    }

    [Fact]
    public void Interval_with_months_has_no_length()
    {
        Assert.Throws<InvalidCastException>(() => db.Read<TimeSpan>("select interval '1 month'"));
        Assert.Equal(14, db.Read<DuckDBInterval>("select interval '1 year 2 months 3 days'").Months);
    }
}
