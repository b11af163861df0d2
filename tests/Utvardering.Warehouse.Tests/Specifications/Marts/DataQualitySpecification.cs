using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Marts;

public sealed class DataQualitySpecification
{
    private const string Series = "indicator_id | municipality_code | grain | period_start | value | status | exposure_status | source | vintage\n";

    [Fact]
    public void Cells_are_counted_by_what_they_lack()
    {
        var specification = Given("""
            i | 1490 | month | 2024-01-01 | 1 | '' | '' | f | c0ffee
            i | 1490 | month | 2024-02-01 | 0 | preliminary | carried_forward | f | c0ffee
            i | 0305 | month | 2024-01-01 |  | suppressed | interpolated | f | c0ffee
            i | 0305 | month | 2024-02-01 |  | not_available | carried_forward | f | c0ffee
            """);

        specification.Gives("marts.data_quality", """
            indicator_id | title_sv | grain | first_period | last_period | municipalities | cells | missing | suppressed | zeros | preliminary | preliminary_share | interpolated | carried_forward | source | vintage
            i | Brand | month | 2024-01-01 | 2024-02-01 | 2 | 4 | 2 | 1 | 1 | 1 | 0.25 | 1 | 2 | f | c0ffee
            """);
    }

    [Fact]
    public void A_gap_lies_between_a_municipalitys_own_figures_whether_the_row_is_empty_or_not_there()
    {
        var specification = Given("""
            i | 1490 | quarter | 2023-01-01 | 1 | '' | '' | d | c0ffee
            i | 1490 | quarter | 2023-04-01 |  | not_reported | '' | d | c0ffee
            i | 1490 | quarter | 2024-01-01 | 1 | '' | '' | d | c0ffee
            i | 0305 | quarter | 2023-01-01 |  | not_reported | '' | d | c0ffee
            i | 0305 | quarter | 2023-04-01 | 1 | '' | '' | d | c0ffee
            i | 0305 | quarter | 2023-07-01 |  | not_reported | '' | d | c0ffee
            """);

        // Borås lacks three quarters of five. Håbo begins late and ends early, which is no gap.
        specification.Gives("marts.data_quality", "gaps | municipalities_with_gaps\n3 | 1");
    }

    [Fact]
    public void Freshness_is_told_against_the_newest_month_of_the_run_and_by_municipality()
    {
        var specification = Given("""
            i | 1490 | year | 2022-01-01 | 1 | '' | '' | k | c0ffee
            i | 1490 | year | 2023-01-01 |  | not_available | '' | k | c0ffee
            i | 0305 | year | 2021-01-01 | 1 | '' | '' | k | c0ffee
            i | 0114 | year | 2022-01-01 |  | suppressed | '' | k | c0ffee
            """);

        // The newest figure is of 2022, and the run has figures until September 2024: 21 months later. 0305 and 0114 are behind Borås.
        specification.Gives("marts.data_quality", "last_period | municipalities_behind | months_behind\n2023-01-01 | 2 | 21");
    }

    [Fact]
    public void Breaks_are_counted_by_kind()
    {
        var specification = Given("i | 1490 | year | 2022-01-01 | 1 | '' | '' | k | c0ffee").Given("marts.series_break", """
            indicator_id | kind | municipality_code | period_start
            i | registered |  | 2021-01-01
            i | level_shift |  | 2021-01-01
            i | level_shift | 1490 | 2021-01-01
            other | level_shift | 1490 | 2021-01-01
            """);

        specification.Gives("marts.data_quality", "indicator_id | breaks | level_shifts\ni | 1 | 2");
    }

    private static ModelSpecification Given(string series) => new ModelSpecification()
        .Given("registry.indicator", $"indicator_id | grain | title_sv | title_en\ni | {series.Split('|')[2]} | Brand | Fires\nunused | year | Tomt | Empty")
        .Given("lake.feed", "source | origin | content\nf | published | c0ffee\nk | published | c0ffee\nd | delivered | c0ffee")
        .Given("core.calendar", "month\n2024-08-01\n2024-09-01")
        .Given("core.total", Series + series);
}
