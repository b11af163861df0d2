using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Indicators;

/// <summary>A mean that Kolada publishes without what it was taken over: nothing to weigh it by.</summary>
public sealed class PublishedMeanSpecification
{
    [Fact]
    public void A_group_has_the_plain_mean_of_the_members_that_have_a_figure()
    {
        var specification = Given("""
            k | U33401 | 1490 | 2023 | total | 100 |
            k | U33401 | 0305 | 2023 | total | 130 |
            k | U33401 | 1490 | 2024 | total | 0 |
            k | U33401 | 0305 | 2024 | total |  | suppressed
            """);

        specification.Gives("marts.municipality_series", """
            municipality_code | period_start | numerator | denominator | value | status | exposure_status
            1490 | 2023-01-01 |  |  | 100 | '' | ''
            0305 | 2023-01-01 |  |  | 130 | '' | ''
            1490 | 2024-01-01 |  |  | 0 | '' | ''
            0305 | 2024-01-01 |  |  |  | suppressed | ''
            """);
        specification.Gives("marts.group_series", """
            period_start | value | numerator | denominator | group_rule | municipalities | members | persons
            2023-01-01 | 115 |  |  | unweighted_mean | 2 | 2 |
            2024-01-01 | 0 |  |  | unweighted_mean | 1 | 2 |
            """);
    }

    private static ModelSpecification Given(string values) => SmallWorld.With("k", "published")
        .Inhabited(("1490", 1000), ("0305", 500))
        .Given("registry.indicator", "indicator_id | measure | code | grain | per | group_rule\ndays | indicator_values | U33401 | year | 1 | unweighted_mean")
        .Given("lake.indicator_values", "source | indicator_code | municipality_code | year | sex | value | status\n" + values);
}
