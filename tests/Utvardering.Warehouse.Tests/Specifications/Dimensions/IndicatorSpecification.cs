using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Dimensions;

public sealed class IndicatorSpecification
{
    [Fact]
    public void An_indicator_tells_what_it_is_and_which_feed_of_the_run_it_comes_from()
    {
        var specification = new ModelSpecification()
            .Given("registry.indicator", """
                indicator_id | domain | unit_en | grain | better | measure | code | numerator_en | denominator | per | group_rule | small_numbers_en
                arson | crime | offences per 100,000 | month | lower | reported_offences | 1210 | reported arson | population_total | 100000 | ratio_of_sums | Few
                days | ways_of_working | days | year | lower | indicator_values | U33401 |  |  | 1 | unweighted_mean |
                """)
            .Given("core.observation", "indicator_id | source\narson | bra\narson | bra\narson | files");

        specification.Gives("core.indicator", """
            indicator_id | domain | unit_en | grain | better | dataset | code | numerator_en | denominator | per | group_rule | small_numbers_en | source
            arson | crime | offences per 100,000 | month | lower | reported_offences | 1210 | reported arson | population_total | 100000 | ratio_of_sums | Few | bra, files
            days | ways_of_working | days | year | lower | indicator_values | U33401 |  |  | 1 | unweighted_mean |  |
            """);
    }

    [Fact]
    public void Caveats_keep_the_order_they_are_told_in()
        => new ModelSpecification()
            .Given("registry.indicator_caveat", "indicator_id | place | caveat_sv | caveat_en\narson | 1 | Först | First\narson | 2 | Sedan | Then")
            .Gives("core.indicator_caveat", "indicator_id | place | caveat_sv | caveat_en\narson | 1 | Först | First\narson | 2 | Sedan | Then");
}
