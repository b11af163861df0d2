using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Marts;

public sealed class RevisionsSpecification
{
    [Fact]
    public void Rows_that_came_went_and_moved_are_counted_by_code_and_period()
    {
        var specification = World("f | reported_offences | published | now | before")
            .Given("lake.previous_reported_offences", """
                source | offence_code | municipality_code | month | count | status
                f | 1210 | 1490 | 2024-01-01 | 10 | preliminary
                f | 1210 | 0305 | 2024-01-01 | 2 | preliminary
                f | 1210 | 0114 | 2024-01-01 | 5 | ''
                f | 1210 | 0115 | 2024-01-01 | 0 | ''
                f | 1210 |  | 2024-01-01 | 7 | ''
                f | 1210 | 1490 | 2023-12-01 | 4 | ''
                """)
            .Given("lake.reported_offences", """
                source | offence_code | municipality_code | month | count | status
                f | 1210 | 1490 | 2024-01-01 | 13 | ''
                f | 1210 | 0305 | 2024-01-01 | 1 | ''
                f | 1210 | 0114 | 2024-01-01 |  | suppressed
                f | 1210 | 0115 | 2024-01-01 | 4 | ''
                f | 1210 |  | 2024-01-01 | 7 | ''
                f | 1210 | 1490 | 2023-12-01 | 4 | ''
                f | 1210 | 1490 | 2024-02-01 | 8 | preliminary
                """);

        // Of January 10 → 13, 2 → 1, 0 → 4: changes +3, −1, +4, whose mean is 2; shares of the earlier figure 0.3 and 0.5 (0 has none).
        // Nothing changed in December. The offences at an unknown place stayed.
        specification.Gives("marts.revisions", """
            dataset | source | code | indicator_id | period_start | added | removed | revised | unchanged | appeared | vanished | moved | mean_change | median_size | largest_size | median_relative_size | origin | vintage | previous_vintage
            reported_offences | f | 1210 | arson | 2024-01-01 | 0 | 0 | 4 | 1 | 0 | 1 | 3 | 2 | 3 | 4 | 0.4 | published | now | before
            reported_offences | f | 1210 | arson | 2024-02-01 | 1 | 0 | 0 | 0 | 0 | 0 | 0 |  |  |  |  | published | now | before
            """);
    }

    [Fact]
    public void A_feed_of_one_vintage_has_changed_nothing()
        => World("f | reported_offences | published | now |")
            .Given("lake.reported_offences", "source | offence_code | municipality_code | month | count\nf | 1210 | 1490 | 2024-01-01 | 10")
            .Gives("marts.revisions", "source");

    [Fact]
    public void A_share_is_revised_where_what_it_is_a_part_of_is_and_a_status_alone_moves_no_figure()
    {
        var specification = World("d | deliveries | delivered | now | before\nk | indicator_values | published | now | before")
            .Given("lake.previous_deliveries", "source | municipality_code | quarter | age_group | sex | measure | numerator | denominator\nd | 1490 | 2024-01-01 | 0-20 | total | share | 3 | 10")
            .Given("lake.deliveries", "source | municipality_code | quarter | age_group | sex | measure | numerator | denominator\nd | 1490 | 2024-01-01 | 0-20 | total | share | 3 | 12")
            .Given("lake.previous_indicator_values", "source | indicator_code | municipality_code | year | sex | value | status\nk | N07403 | 1490 | 2023 | total | 5 | preliminary")
            .Given("lake.indicator_values", "source | indicator_code | municipality_code | year | sex | value | status\nk | N07403 | 1490 | 2023 | total | 5 |");

        specification.Gives("marts.revisions", """
            source | code | indicator_id | period_start | revised | moved | mean_change
            d | share |  | 2024-01-01 | 1 | 0 |
            k | N07403 |  | 2023-01-01 | 1 | 0 |
            """);
    }

    private static ModelSpecification World(string feeds) => new ModelSpecification()
        .Given("lake.feed", "source | dataset | origin | content | previous\n" + feeds)
        .Given("registry.indicator", "indicator_id | measure | code\narson | reported_offences | 1210\nother | deliveries | 1210");
}
