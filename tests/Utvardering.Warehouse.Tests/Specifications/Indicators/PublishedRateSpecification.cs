using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Indicators;

/// <summary>A rate that Kolada publishes: as published for a municipality, weighted by inhabitants for a group.</summary>
public sealed class PublishedRateSpecification
{
    private const string OfEverybody = "violence | indicator_values | N07403 | year | 100000 | population_total | population_weighted";

    [Fact]
    public void The_published_value_stands_and_the_years_mean_inhabitants_are_its_weight()
    {
        var specification = Given(OfEverybody, """
            k | N07403 | 1490 | 2023 | total | 500 |
            k | N07403 | 1490 | 2023 | women | 400 |
            k | N07403 | 0305 | 2023 | total | 200 | preliminary
            """);

        specification.Gives("marts.municipality_series", """
            municipality_code | period_start | numerator | denominator | value | status
            1490 | 2023-01-01 | 5 | 1000 | 500 | ''
            0305 | 2023-01-01 | 1 | 500 | 200 | preliminary
            """);

        // (500 × 1 000 + 200 × 500) ÷ 1 500, where the plain mean would be 350
        specification.Gives("marts.group_series", "group_id | value | numerator | denominator | group_rule | status\npilot | 400 | 6 | 1500 | population_weighted | preliminary");
    }

    [Fact]
    public void Women_and_men_stand_by_themselves_each_with_its_own_status()
    {
        var specification = Given(OfEverybody, """
            k | N07403 | 1490 | 2023 | total | 500 |
            k | N07403 | 1490 | 2023 | women | 0 |
            k | N07403 | 1490 | 2023 | men |  | suppressed
            """);

        // The weight of a rate of women is the number of women, and the population is not given by sex.
        specification.Gives("marts.municipality_breakdown", """
            municipality | period_start | sex | age | numerator | denominator | value | status | exposure_status
            Borås | 2023-01-01 | women | total |  |  | 0 | '' | not_available
            Borås | 2023-01-01 | men | total |  |  |  | suppressed | not_available
            """);
    }

    [Fact]
    public void Suppressed_missing_and_zero_are_three_things()
    {
        var specification = Given(OfEverybody, """
            k | N07403 | 1490 | 2023 | total |  | suppressed
            k | N07403 | 0305 | 2023 | total | 0 |
            k | N07403 | 0114 | 2023 | total |  | not_available
            """);

        specification.Gives("marts.municipality_series", """
            municipality_code | numerator | denominator | value | status
            1490 |  | 1000 |  | suppressed
            0305 | 0 | 500 | 0 | ''
            0114 |  |  |  | not_available
            """);
        specification.Gives("marts.group_series", "value | denominator | municipalities | members | status\n0 | 500 | 1 | 2 | ''");
    }

    [Fact]
    public void Where_no_member_has_a_figure_neither_has_the_group()
        => Given(OfEverybody, "k | N07403 | 1490 | 2023 | total |  | suppressed").Gives("marts.group_series", "value | numerator | municipalities | members | status\n |  | 0 | 1 | not_available");

    [Fact]
    public void A_rate_of_children_is_weighted_by_children_carried_forward_where_the_newest_are_not_yet_known()
    {
        var specification = Given("placed | indicator_values | N33801 | year | 1000 | population_0_20 | population_weighted", """
            k | N33801 | 1490 | 2024 | total | 10 |
            k | N33801 | 0305 | 2024 | total | 40 |
            """);

        // 210 and 420 children: (10 × 210 + 40 × 420) ÷ 630
        specification.Gives("marts.municipality_series", """
            municipality_code | numerator | denominator | value | exposure_status
            1490 | 2.1 | 210 | 10 | carried_forward
            0305 | 16.8 | 420 | 40 | carried_forward
            """);
        specification.Gives("marts.group_series", "value | exposure_status\n30 | carried_forward");
    }

    private static ModelSpecification Given(string indicator, string values)
    {
        var world = SmallWorld.With("k", "published");
        return (indicator.Contains("0_20", StringComparison.Ordinal) ? world.InhabitedByChildren(("1490", 10), ("0305", 20)) : world.Inhabited(("1490", 1000), ("0305", 500)))
            .Given("registry.indicator", "indicator_id | measure | code | grain | per | denominator | group_rule\n" + indicator)
            .Given("lake.indicator_values", "source | indicator_code | municipality_code | year | sex | value | status\n" + values);
    }
}
