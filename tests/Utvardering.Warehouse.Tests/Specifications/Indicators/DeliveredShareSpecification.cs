using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Indicators;

/// <summary>A share of cases that the municipalities deliver: cases counted over all cases.</summary>
public sealed class DeliveredShareSpecification
{
    [Fact]
    public void A_share_is_cases_over_cases_and_a_quarter_without_a_case_has_none()
    {
        var specification = Given("""
            d | 1490 | 2023-01-01 | 0-20 | total | m | 15 | 20
            d | 0305 | 2023-01-01 | 0-20 | total | m | 4 | 5
            d | 1490 | 2023-04-01 | 0-20 | total | m | 0 | 20
            d | 0305 | 2023-04-01 | 0-20 | total | m | 0 | 0
            """);

        specification.Gives("marts.municipality_series", """
            municipality_code | period_start | numerator | denominator | value | status | origin
            1490 | 2023-01-01 | 15 | 20 | 75 | '' | delivered
            0305 | 2023-01-01 | 4 | 5 | 80 | '' | delivered
            1490 | 2023-04-01 | 0 | 20 | 0 | '' | delivered
            0305 | 2023-04-01 | 0 | 0 |  | not_applicable | delivered
            """);

        // 19 of 25; of those counted and the rest (6) the fewer are the persons behind. A share of none has nobody behind.
        specification.Gives("marts.group_series", """
            period_start | value | numerator | denominator | municipalities | members | persons
            2023-01-01 | 76 | 19 | 25 | 2 | 2 | 6
            2023-04-01 | 0 | 0 | 20 | 1 | 2 | 0
            """);
    }

    [Fact]
    public void A_share_of_which_a_part_was_not_delivered_is_not_reported()
    {
        var specification = Given("""
            d | 1490 | 2023-01-01 | 0-20 | girls | m | 5 | 10
            d | 0305 | 2023-01-01 | 0-20 | total | m | 4 | 5
            """);

        specification.Gives("marts.municipality_series", """
            municipality_code | numerator | denominator | value | status
            1490 |  |  |  | not_reported
            0305 | 4 | 5 | 80 | ''
            """);
        specification.Gives("marts.group_series", "value | municipalities | members\n80 | 1 | 2");
    }

    private static ModelSpecification Given(string deliveries) => SmallWorld.With("d", "delivered")
        .Inhabited(("1490", 1000))
        .Given("registry.indicator", "indicator_id | measure | code | grain | per | denominator | group_rule\nshare | deliveries | m | quarter | 100 | cases | ratio_of_sums")
        .Given("lake.deliveries", "source | municipality_code | quarter | age_group | sex | measure | numerator | denominator\n" + deliveries);
}
