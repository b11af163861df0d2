using System.Globalization;
using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Marts;

public sealed class SeriesBreakSpecification
{
    [Fact]
    public void A_registered_change_is_told_in_the_period_it_falls_in_if_the_series_has_figures_from_before_it()
    {
        var specification = Yearly(2019, 5, 5, 5, 5, 5).Given("registry.indicator_break", """
            indicator_id | valid_from | text_sv | text_en
            i | 2018-01-01 | Före serien | Before the series
            i | 2019-06-01 | Seriens första år | The first year of the series
            i | 2021-07-01 | Nytt brott | A new offence
            i | 2021-08-01 | Ny lag | A new law
            other | 2021-07-01 | Annat | Other
            """);

        specification.Gives("marts.series_break", """
            indicator_id | kind | municipality_code | grain | period_start | text_sv | text_en | origin | source
            i | registered |  | year | 2021-01-01 | Nytt brott Ny lag | A new offence A new law | published | k
            """);
    }

    [Fact]
    public void A_level_that_doubles_from_one_year_to_the_next_is_told_once_where_it_happens()
    {
        // Means 10 and 20 of 9, 10, 11 and 19, 20, 21: both variances 1, so 10 ÷ √(2 ÷ 3) = 12.25 standard errors, less than 13;
        // with 9.5, 10, 10.5 and so on half the spread and twice the errors.
        Yearly(2017, 9, 10, 11, 19, 20, 21).Gives("marts.series_break", "kind");
        Yearly(2017, 9.5, 10, 10.5, 19.5, 20, 20.5).Gives("marts.series_break", """
            kind | municipality | period_start | level_before | level_after | standard_errors
            level_shift | Borås | 2020-01-01 | 10 | 20 | 24.494897
            level_shift |  | 2020-01-01 | 10 | 20 | 24.494897
            """);
    }

    [Fact]
    public void Neither_a_trend_nor_a_series_that_never_moves_nor_one_with_a_missing_year_is_broken()
    {
        Yearly(2015, 10, 12, 14, 16, 18, 20, 22, 24).Gives("marts.series_break", "kind");
        Yearly(2015, 10, 10, 10, 20, 20, 20).Gives("marts.series_break", "kind");
        Yearly(2015, 9.5, 10, null, 10.5, 19.5, 20, 20.5).Gives("marts.series_break", "kind");
    }

    [Fact]
    public void A_shift_of_less_than_a_tenth_is_not_unusually_large_however_still_the_series_is()
        => Yearly(2017, 99.9, 100, 100.1, 107.9, 108, 108.1).Gives("marts.series_break", "kind");

    [Fact]
    public void Months_are_compared_a_year_with_a_year_so_that_a_season_is_no_shift()
    {
        var season = new[] { 5, 5, 5, 5, 5, 9, 9, 9, 5, 5, 5, 5 };
        var calm = Enumerable.Range(0, 36).Select(month => (double?)season[month % 12]);
        Monthly(calm).Gives("marts.series_break", "kind");

        // Nine months of 5 and three of 9: mean 6, sample variance 36 ÷ 11. 60 more each month from the third year on:
        // 60 ÷ √(2 × 36 ÷ 11 ÷ 12) standard errors.
        Monthly(calm.Select((value, month) => month < 24 ? value : value + 60)).Gives("marts.series_break", """
            kind | municipality | period_start | level_before | level_after | standard_errors
            level_shift | Borås | 2024-01-01 | 6 | 66 | 81.240384
            level_shift |  | 2024-01-01 | 6 | 66 | 81.240384
            """);
    }

    [Fact]
    public void Municipalities_that_no_targeted_programme_reached_are_watched_together_only()
    {
        var specification = World("year").Given("core.total", Series("year", new[] { 9.5, 10, 10.5, 19.5, 20, 20.5 }.SelectMany((value, year) => new[]
        {
            ("0114", new DateOnly(2017 + year, 1, 1), (double?)value),
            ("1490", new DateOnly(2017 + year, 1, 1), (double?)10 + (year % 2)),
        })));

        // Means of both: 9.75, 10.5, 10.25 and 15.25, 15, 15.75, with sample variances of 0.1458: 5.1667 ÷ √(2 × 0.1458 ÷ 3).
        specification.Gives("marts.series_break", """
            kind | municipality | period_start | level_before | level_after | standard_errors
            level_shift |  | 2020-01-01 | 10.166667 | 15.333333 | 16.570197
            """);
    }

    private static ModelSpecification Yearly(int first, params double?[] values)
        => World("year").Given("core.total", Series("year", values.Select((value, year) => ("1490", new DateOnly(first + year, 1, 1), value))));

    private static ModelSpecification Monthly(IEnumerable<double?> values)
        => World("month").Given("core.total", Series("month", values.Select((value, month) => ("1490", new DateOnly(2022, 1, 1).AddMonths(month), value))));

    private static ModelSpecification World(string grain) => new ModelSpecification()
        .Given("registry.indicator", $"indicator_id | grain | per | group_rule\ni | {grain} | 1 | unweighted_mean")
        .Given("lake.feed", "source | origin | content\nk | published | c0ffee")
        .Given("core.municipality", "municipality_code | name\n1490 | Borås\n0114 | Upplands Väsby")
        .Given("core.programme", "programme_id | targeted\nteam | true\nlaw | false")
        .Given("core.programme_municipality", "programme_id | municipality_code | valid_from\nteam | 1490 | 2024-01-01\nlaw | 1490 | 2025-07-01\nlaw | 0114 | 2025-07-01");

    private static string Series(string grain, IEnumerable<(string Municipality, DateOnly Start, double? Value)> cells)
        => string.Join('\n', cells
            .Select(cell => string.Create(CultureInfo.InvariantCulture, $"i | {cell.Municipality} | {grain} | {cell.Start:yyyy-MM-dd} | {cell.Value} | k | c0ffee"))
            .Prepend("indicator_id | municipality_code | grain | period_start | value | source | vintage"));
}
