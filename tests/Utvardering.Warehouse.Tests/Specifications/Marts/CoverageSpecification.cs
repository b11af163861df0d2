using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Marts;

public sealed class CoverageSpecification
{
    [Fact]
    public void Cells_are_counted_by_what_they_lack()
    {
        var specification = new ModelSpecification()
            .Given("registry.indicator", "indicator_id | title_sv | title_en\ni | Brand | Fires\nunused | Tomt | Empty")
            .Given("marts.municipality_series", """
                indicator_id | municipality_code | grain | period_start | value | status | exposure_status | origin | source | vintage
                i | 1490 | month | 2024-01-01 | 1 | '' | '' | published | f | c0ffee
                i | 1490 | month | 2024-02-01 | 0 | preliminary | carried_forward | published | f | c0ffee
                i | 0305 | month | 2024-01-01 |  | suppressed | interpolated | published | f | c0ffee
                i | 0305 | month | 2024-02-01 |  | not_available | carried_forward | published | f | c0ffee
                """);

        specification.Gives("marts.coverage", """
            indicator_id | title_sv | grain | first_period | last_period | municipalities | cells | missing | preliminary | interpolated | carried_forward | source | vintage
            i | Brand | month | 2024-01-01 | 2024-02-01 | 2 | 4 | 2 | 1 | 1 | 2 | f | c0ffee
            """);
    }
}
