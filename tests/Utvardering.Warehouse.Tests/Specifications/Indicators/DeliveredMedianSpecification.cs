namespace Utvardering.Warehouse.Tests.Specifications.Indicators;

/// <summary>A median that the municipalities deliver: their own, since medians can't be added up.</summary>
public sealed class DeliveredMedianSpecification
{
    [Fact]
    public void A_median_stands_as_delivered_and_a_group_has_the_plain_mean_of_medians()
    {
        var specification = SmallWorld.With("d", "delivered")
            .Inhabited(("1490", 1000))
            .Given("registry.indicator", "indicator_id | measure | code | grain | per | group_rule\nmedian | deliveries | m | quarter | 1 | unweighted_mean")
            .Given("lake.deliveries", """
                source | municipality_code | quarter | age_group | sex | measure | denominator | value
                d | 1490 | 2023-01-01 | 0-20 | total | m | 40 | 104.5
                d | 0305 | 2023-01-01 | 0-20 | total | m | 2 | 0
                d | 1490 | 2023-04-01 | 0-20 | total | m | 40 | 100
                d | 0305 | 2023-04-01 | 13-15 | total | m | 20 | 90
                """);

        // What the median was taken over is nothing to divide by.
        specification.Gives("marts.municipality_series", """
            municipality_code | period_start | numerator | denominator | value | status
            1490 | 2023-01-01 |  |  | 104.5 | ''
            0305 | 2023-01-01 |  |  | 0 | ''
            1490 | 2023-04-01 |  |  | 100 | ''
            0305 | 2023-04-01 |  |  |  | not_reported
            """);
        specification.Gives("marts.group_series", """
            period_start | value | group_rule | municipalities | members | persons
            2023-01-01 | 52.25 | unweighted_mean | 2 | 2 |
            2023-04-01 | 100 | unweighted_mean | 1 | 2 |
            """);
    }
}
