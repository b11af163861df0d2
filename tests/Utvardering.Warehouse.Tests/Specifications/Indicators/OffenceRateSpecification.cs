using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Indicators;

/// <summary>Reported offences per 100 000 inhabitants and month.</summary>
public sealed class OffenceRateSpecification
{
    [Fact]
    public void A_count_is_divided_by_the_inhabitants_of_the_month_and_a_month_that_a_complete_feed_leaves_out_is_zero()
    {
        var specification = Given("""
            f | 1210 | 1490 | 2023-01-01 | 2 |
            f | 1210 | 1490 | 2023-02-01 | 3 | preliminary
            f | 1210 | 0305 | 2023-02-01 | 1 |
            """, complete: true);

        // 2 ÷ 1 000 × 100 000
        specification.Gives("marts.municipality_series", """
            municipality_code | municipality | grain | period_start | numerator | denominator | value | status | exposure_status | vintage
            1490 | Borås | month | 2023-01-01 | 2 | 1000 | 200 | '' | '' | c0ffee
            1490 | Borås | month | 2023-02-01 | 3 | 1000 | 300 | preliminary | '' | c0ffee
            0305 | Håbo | month | 2023-01-01 | 0 | 500 | 0 | '' | '' | c0ffee
            0305 | Håbo | month | 2023-02-01 | 1 | 500 | 200 | '' | '' | c0ffee
            0114 | Upplands Väsby | month | 2023-01-01 | 0 |  |  | not_available | not_available | c0ffee
            0114 | Upplands Väsby | month | 2023-02-01 | 0 |  |  | not_available | not_available | c0ffee
            """);

        // (3 + 1) ÷ (1 000 + 500) × 100 000
        specification.Gives("marts.group_series", """
            group_id | period_start | numerator | denominator | value | municipalities | members | status | persons
            pilot | 2023-01-01 | 2 | 1500 | 133.333333 | 2 | 2 | '' | 2
            pilot | 2023-02-01 | 4 | 1500 | 266.666667 | 2 | 2 | preliminary | 4
            """);
    }

    [Fact]
    public void A_suppressed_count_and_one_that_is_not_there_have_no_rate_and_leave_the_group_with_those_who_have()
    {
        var specification = Given("""
            f | 1210 | 1490 | 2023-01-01 |  | suppressed
            f | 1210 | 0305 | 2023-01-01 | 0 |
            f | 1210 | 0305 | 2023-02-01 | 1 |
            """, complete: false);

        specification.Gives("marts.municipality_series", """
            municipality_code | period_start | numerator | value | status
            1490 | 2023-01-01 |  |  | suppressed
            1490 | 2023-02-01 |  |  | not_available
            0305 | 2023-01-01 | 0 | 0 | ''
            0305 | 2023-02-01 | 1 | 200 | ''
            0114 | 2023-01-01 |  |  | not_available
            0114 | 2023-02-01 |  |  | not_available
            """);
        specification.Gives("marts.group_series", """
            period_start | numerator | denominator | value | municipalities | members
            2023-01-01 | 0 | 500 | 0 | 1 | 2
            2023-02-01 | 1 | 500 | 200 | 1 | 2
            """);
    }

    [Fact]
    public void Beyond_the_last_population_the_inhabitants_are_carried_forward_and_the_figure_says_so()
    {
        var specification = Given("""
            f | 1210 | 1490 | 2024-03-01 | 5 |
            f | 1210 | 0305 | 2024-03-01 | 5 |
            """, complete: true);

        specification.Gives("marts.municipality_series", """
            municipality_code | value | exposure_status
            1490 | 500 | carried_forward
            0305 | 1000 | carried_forward
            0114 |  | not_available
            """);
        specification.Gives("marts.group_series", "value | status | exposure_status\n666.666667 | '' | carried_forward");
    }

    private static ModelSpecification Given(string offences, bool complete) => SmallWorld.With("f", "published")
        .Inhabited(("1490", 1000), ("0305", 500))
        .Given("registry.indicator", "indicator_id | measure | code | grain | per | denominator | group_rule\narson | reported_offences | 1210 | month | 100000 | population_total | ratio_of_sums")
        .Given("lake.reported_offences", "source | offence_code | municipality_code | month | count | status\n" + offences)
        .Given("lake.completeness", complete ? $"source | code | complete_from\nf | 1210 | {(offences.Contains("2024", StringComparison.Ordinal) ? "2024-03-01" : "2023-01-01")}" : "source | code | complete_from");
}
