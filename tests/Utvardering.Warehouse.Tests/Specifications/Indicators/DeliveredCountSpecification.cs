using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Indicators;

/// <summary>A count that the municipalities deliver, per 1 000 inhabitants aged 0–20 and quarter.</summary>
public sealed class DeliveredCountSpecification
{
    [Fact]
    public void A_count_is_divided_by_the_quarters_mean_of_children()
    {
        var specification = Given("""
            d | 1490 | 2023-01-01 | 0-20 | total | m | 21
            d | 0305 | 2023-01-01 | 0-20 | total | m | 0
            """);

        // 210 and 420 children
        specification.Gives("marts.municipality_series", """
            municipality_code | numerator | denominator | value | status | exposure_status
            1490 | 21 | 210 | 100 | '' | ''
            0305 | 0 | 420 | 0 | '' | ''
            """);
        specification.Gives("marts.group_series", "value | numerator | denominator | persons\n33.333333 | 21 | 630 | 21");
    }

    [Fact]
    public void Children_are_carried_forward_and_without_any_there_is_a_count_and_no_rate()
    {
        var specification = Given("""
            d | 1490 | 2024-01-01 | 0-20 | total | m | 42
            d | 0305 | 2024-01-01 | 0-20 | girls | m | 7
            d | 0114 | 2024-01-01 | 0-20 | total | m | 7
            """);

        specification.Gives("marts.municipality_series", """
            municipality_code | numerator | denominator | value | status | exposure_status
            1490 | 42 | 210 | 200 | '' | carried_forward
            0305 |  | 420 |  | not_reported | carried_forward
            0114 | 7 |  |  | not_available | not_available
            """);
        specification.Gives("marts.group_series", "value | numerator | denominator | municipalities | members | exposure_status\n200 | 42 | 210 | 1 | 2 | carried_forward");
    }

    [Fact]
    public void A_part_is_divided_by_the_children_of_its_ages_and_of_its_sex_where_they_are_known()
    {
        var specification = Given("""
            d | 1490 | 2023-01-01 | 0-12 | total | m | 13
            d | 1490 | 2023-01-01 | 13-15 | girls | m | 1
            d | 1490 | 2023-01-01 | 13-15 | boys | m | 2
            """);

        // Ten children of each age: 130 of 0–12 and 30 of 13–15. Nobody tells how many of them are girls.
        specification.Gives("marts.municipality_breakdown", """
            age | sex | numerator | denominator | value | status | exposure_status | origin
            0-12 | total | 13 | 130 | 100 | '' | '' | delivered
            13-15 | total | 3 | 30 | 100 | '' | '' | delivered
            13-15 | women | 1 |  |  | not_available | not_available | delivered
            13-15 | men | 2 |  |  | not_available | not_available | delivered
            total | women |  |  |  | not_reported | not_available | delivered
            total | men |  |  |  | not_reported | not_available | delivered
            """);
        specification.Gives("marts.municipality_series", "municipality_code | value | status\n1490 |  | not_reported");
    }

    private static ModelSpecification Given(string deliveries) => SmallWorld.With("d", "delivered")
        .InhabitedByChildren(("1490", 10), ("0305", 20))
        .Given("registry.indicator", "indicator_id | measure | code | grain | per | denominator | group_rule\nreports | deliveries | m | quarter | 1000 | population_0_20 | ratio_of_sums")
        .Given("lake.deliveries", "source | municipality_code | quarter | age_group | sex | measure | numerator\n" + deliveries);
}
