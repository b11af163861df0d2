using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Inputs;

public sealed class OffenceSpecification
{
    private const string Offences = """
        source:varchar | offence_code:varchar | municipality_code:varchar | month:date | count:integer | status:varchar
        f | 1210 | 1490 | 2019-07-01 | 2 | ''
        f | 1210 |  | 2019-07-01 | 4 | ''
        f | 1210 | 1490 | 2018-03-01 | 1 | ''
        f | 1701 | 0305 | 2019-09-01 | 1 | ''
        """;

    [Fact]
    public void A_code_is_known_from_where_its_feed_is_complete_to_the_feeds_last_month()
    {
        var specification = new ModelSpecification()
            .Given("lake.reported_offences", Offences)
            .Given("lake.completeness", "source:varchar | code:varchar | complete_from:date\nf | 1210 | 2019-07-01");

        specification.Gives("staging.offence_period", """
            offence_code | month | absent_is_zero
            1210 | 2019-07-01 | true
            1210 | 2019-08-01 | true
            1210 | 2019-09-01 | true
            1701 | 2019-09-01 | false
            """);
    }

    [Fact]
    public void An_absent_row_is_a_true_zero_only_where_the_feed_lists_non_zero_cells_and_unknown_elsewhere()
    {
        var specification = new ModelSpecification()
            .Given("lake.reported_offences", Offences)
            .Given("registry.municipality", "code:varchar\n1490\n0305")
            .Given("staging.offence_period", """
                source:varchar | offence_code:varchar | month:date | absent_is_zero:boolean
                f | 1210 | 2019-07-01 | true
                f | 1701 | 2019-09-01 | false
                """);

        specification.Gives("staging.offence_cell", """
            offence_code | municipality_code | month | count | status
            1210 | 1490 | 2019-07-01 | 2 | ''
            1210 | 0305 | 2019-07-01 | 0 | ''
            1701 | 0305 | 2019-09-01 | 1 | ''
            1701 | 1490 | 2019-09-01 |  | not_available
            """);
    }

    [Fact]
    public void Offences_at_an_unknown_place_are_kept_apart()
    {
        var specification = new ModelSpecification()
            .Given("lake.reported_offences", Offences)
            .Given("staging.offence_period", """
                source:varchar | offence_code:varchar | month:date
                f | 1210 | 2019-07-01
                f | 1210 | 2019-08-01
                """);

        specification.Gives("staging.unknown_place", """
            offence_code | month | count
            1210 | 2019-07-01 | 4
            1210 | 2019-08-01 | 0
            """);
    }
}
