using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Marts;

public sealed class UnknownPlaceSpecification
{
    [Fact]
    public void Offences_without_a_place_stand_beside_those_of_the_municipalities_by_year()
    {
        var specification = new ModelSpecification()
            .Given("registry.municipality", "code\n1490\n0305")
            .Given("registry.indicator", "indicator_id | measure | code\narson | reported_offences | 1210\nother | indicator_values | 1701")
            .Given("lake.feed", "source | origin | content\nf | published | c0ffee")
            .Given("lake.completeness", "source | code | complete_from\nf | 1210 | 2022-12-01")
            .Given("lake.reported_offences", """
                source | offence_code | municipality_code | month | count | status
                f | 1210 | 1490 | 2022-12-01 | 2 |
                f | 1210 | 0305 | 2023-01-01 | 3 |
                f | 1210 | 1490 | 2023-02-01 |  | suppressed
                f | 1210 |  | 2023-01-01 | 1 |
                f | 1210 |  | 2023-02-01 | 4 |
                f | 1701 | 1490 | 2023-02-01 | 9 |
                """);

        specification.Gives("marts.unknown_place", """
            indicator_id | year | placed | unknown_place | months | origin | source | vintage
            arson | 2022 | 2 | 0 | 1 | published | f | c0ffee
            arson | 2023 | 3 | 5 | 2 | published | f | c0ffee
            """);
    }
}
