using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Marts;

public sealed class ContextSpecification
{
    [Fact]
    public void The_newest_value_that_is_there_stands_whether_an_indicator_uses_it_or_not()
    {
        var specification = new ModelSpecification()
            .Given("core.municipality", "municipality_code | name\n1490 | Borås\n0305 | Håbo")
            .Given("lake.feed", "source | origin | content\nk | published | c0ffee")
            .Given("registry.indicator", """
                indicator_id | measure | code | title_sv | title_en | unit_sv | unit_en
                violence | indicator_values | N07403 | Våldsbrott | Violent offences | antal | number
                other | deliveries | N99999 | Annat | Other | antal | number
                """)
            .Given("lake.indicator_values", """
                source | indicator_code | municipality_code | year | sex | value | status
                k | N07403 | 1490 | 2021 | total | 500 |
                k | N07403 | 1490 | 2022 | total | 0 |
                k | N07403 | 1490 | 2023 | total |  | suppressed
                k | N07403 | 1490 | 2024 | women | 400 |
                k | N99999 | 0305 | 2020 | total | 3 |
                k | N99999 | 1490 | 2020 | total |  | not_available
                """);

        specification.Gives("marts.context", """
            indicator_code | title_sv | title_en | unit_sv | municipality | year | value | origin | source | vintage
            N07403 | Våldsbrott | Violent offences | antal | Borås | 2022 | 0 | published | k | c0ffee
            N99999 | N99999 | N99999 |  | Håbo | 2020 | 3 | published | k | c0ffee
            """);
    }
}
