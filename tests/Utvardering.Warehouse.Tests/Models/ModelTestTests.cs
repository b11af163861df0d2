using Utvardering.Testing;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Models;

namespace Utvardering.Warehouse.Tests.Models;

/// <summary>What a model's header says must hold, judged as the model is built.</summary>
public sealed class ModelTestTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Database database = Database.OpenInMemory();

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("test: x >= 0", "2 rows, such as (1, -3), (4, -1)")]
    [InlineData("not null: id, x", "'x is not null' does not hold: 1 rows, such as (3, null)")]
    [InlineData("test: kind in ('a', 'b')", "2 rows, such as (2, 5), (4, -1)")]
    [InlineData("test: kind in core.known", "2 rows, such as (2, 5), (4, -1)")]
    [InlineData("test: id in core.known.number", "3 rows, such as (2, 5), (3, null), (4, -1)")]
    [InlineData("test: exists (from core.known where known.number = id)", "3 rows, such as")]
    [InlineData("rows: 5..", "there are 4 rows")]
    [InlineData("rows: ..3", "there are 4 rows")]
    [InlineData("rows: as core.known", "there are 4 rows, and 2 in core.known")]
    [InlineData("fresh: day within 30 days, or stop", "the newest is of 2024-05-01, 31 days before 2024-06-01")]
    public void What_does_not_hold_is_told_with_model_test_rows_and_first_keys(string test, string told)
    {
        Known();
        Rows(test);

        var fault = Assert.Throws<InputException>(Build);

        Assert.StartsWith("core.made: the test '", fault.Message, StringComparison.Ordinal);
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("test: x <> 7")]
    [InlineData("not null: id")]
    [InlineData("test: kind in ('a', 'other')")]
    [InlineData("test: id in lake.number")]
    [InlineData("rows: 4..4")]
    [InlineData("rows: as lake.number")]
    [InlineData("fresh: day within 31 days, or stop")]
    [InlineData("fresh: make_date(year(day), 12, 31) within 1 days, or stop")]
    public void What_holds_passes_and_a_null_fails_no_condition(string test)
    {
        database.Execute("create schema lake; create table lake.number as select unnest([1, 2, 3, 4]) as id");
        Rows(test);

        Assert.All(Build().Tests, result => Assert.True(result.Passed, result.Sentence));
    }

    [Fact]
    public void What_reads_a_failed_model_is_not_built_and_all_else_is_judged_too()
    {
        Model("core/broken.sql", "-- grain: x; key: x\n-- test: x > 0\nselect 0 as x");
        Model("core/reader.sql", "-- grain: x; key: x\nselect x from core.broken");
        Model("core/alone.sql", "-- grain: x; key: x\n-- test: x > 1\nselect 1 as x");
        Model("marts/last.sql", "-- grain: x; key: x\nselect x from core.reader");
        Model("marts/by_test.sql", "-- grain: x; key: x\n-- test: x in core.broken\nselect 0 as x");
        Model("marts/fine.sql", "-- grain: x; key: x\nselect 5 as x");

        var lines = Assert.Throws<InputException>(Build).Message.Split('\n');

        Assert.Equal("core.alone: the test 'x > 1' does not hold: 1 rows, such as (1).", lines[0]);
        Assert.Equal("core.broken: the test 'x > 0' does not hold: 1 rows, such as (0).", lines[1]);
        Assert.Equal("Not built: core.reader, marts.by_test, marts.last.", lines[2]);
        Assert.Equal(["alone", "broken", "fine", "model_test"], database.Query("select table_name from information_schema.tables order by 1", row => row.GetString(0)));
    }

    [Fact]
    public void A_warning_stops_nothing_and_stands_in_the_table_of_tests()
    {
        Rows("warn: x >= 0");
        Model("marts/reader.sql", "-- grain: id; key: id\nselect id from core.made");

        var built = Build();

        Assert.Equal("core.made: the test 'x >= 0' does not hold: 2 rows, such as (1, -3), (4, -1).", Assert.Single(built.Warnings).Sentence);
        Assert.Equal(
            ["core.made|key: id, x|true|passed|0", "core.made|x >= 0|false|failed|2", "marts.reader|key: id|true|passed|0"],
            database.Query("select concat_ws('|', model, test, stops, status, rows) from marts.model_test", row => row.GetString(0)));
    }

    [Fact]
    public void An_old_table_warns_and_its_newest_date_stands_whatever_the_day_of_the_run()
    {
        Rows("fresh: day within 30 days");

        Assert.Equal("core.made: the test 'fresh: day within 30 days' does not hold: the newest is of 2024-05-01, 31 days before 2024-06-01.", Assert.Single(Build().Warnings).Sentence);
        Assert.Equal(["by_date 2024-05-01"], database.Query("select status || ' ' || newest from marts.model_test where newest is not null", row => row.GetString(0)));
    }

    [Fact]
    public void Freshness_is_not_judged_without_a_day_nor_of_an_empty_table()
    {
        Rows("fresh: day within 30 days, or stop");
        Assert.Empty(ModelRunner.Build(database, folder.Path).Warnings);

        Model("core/made.sql", "-- grain: day; key: day\n-- fresh: day within 1 days, or stop\nselect date '2020-01-01' as day where false");
        using var other = Database.OpenInMemory();
        Assert.Empty(ModelRunner.Build(other, folder.Path, new DateOnly(2024, 6, 1)).Warnings);
    }

    [Theory]
    [InlineData("order: by key", "'order: by key' is not understood; write 'order: given'")]
    [InlineData("kept: on disk", "'kept: on disk' is not understood; write 'kept: as a view'")]
    [InlineData("tests: x > 0", "'tests:' in the header is not known")]
    [InlineData("rows: some", "'rows: some' is not understood; write '1..'")]
    [InlineData("fresh: day", "'fresh: day' is not understood; write 'month within 200 days'")]
    [InlineData("test: nosuch > 0", "the test 'nosuch > 0' can't be run.")]
    [InlineData("test: x in core.nosuch", "reads core.nosuch")]
    public void A_line_that_is_not_understood_is_told_with_its_file(string line, string told)
    {
        Rows(line);

        var fault = Assert.Throws<InputException>(Build);

        Assert.Contains("made.sql", fault.Message, StringComparison.Ordinal);
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
    }

    private BuiltModels Build() => ModelRunner.Build(database, folder.Path, new DateOnly(2024, 6, 1));

    private void Known() => Model("core/known.sql", "-- grain: kind; key: kind\nselect unnest(['a', 'b']) as kind, unnest([1, 9]) as number");

    private void Rows(string header) => Model("core/made.sql", $"""
        -- What the tests are about.
        -- grain: id; key: id, x
        -- {header}
        select unnest([1, 2, 3, 4]) as id, unnest([-3, 5, null, -1]) as x, unnest(['a', 'other', null, 'other']) as kind, date '2024-05-01' as day
        """);

    private void Model(string path, string sql)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[path])!);
        File.WriteAllText(folder[path], sql);
    }
}
