using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Marts;

public sealed class BeforeAfterSpecification
{
    [Fact]
    public void A_pooled_rate_before_and_after_the_start_by_the_groups_own_programme_and_by_the_pilots()
    {
        var specification = World("ratio_of_sums", "population_total", """
            a | 2022-01-01 | 1 | 100
            a | 2023-01-01 | 3 | 100
            a | 2024-01-01 | 6 | 100
            b | 2022-01-01 | 2 | 300
            b | 2023-01-01 | 2 | 300
            b | 2024-01-01 | 8 | 400
            c | 2022-01-01 | 5 | 500
            c | 2023-01-01 | 6 | 500
            c | 2024-01-01 | 7 | 500
            """);

        // Pilots a and b from 2024: (1 + 3 + 2 + 2) ÷ (100 + 100 + 300 + 300) = 1 % before, (6 + 8) ÷ 500 = 2.8 % after. c has Brå's
        // support from 2023: 5 ÷ 500 before it, 13 ÷ 1 000 after; by the pilots' start 11 ÷ 1 000 and 7 ÷ 500.
        specification.Gives("marts.before_after", """
            group_id | programme_id | start | before_from | before_to | before_periods | after_from | after_to | after_periods | municipalities | members | before | after | change | relative_change | persons
            pilot | team | 2024-01-01 | 2022-01-01 | 2023-01-01 | 2 | 2024-01-01 | 2024-01-01 | 1 | 2 | 2 | 1 | 2.8 | 1.8 | 1.8 | 8
            bra | bra | 2023-01-01 | 2022-01-01 | 2022-01-01 | 1 | 2023-01-01 | 2024-01-01 | 2 | 1 | 1 | 1 | 1.3 | 0.3 | 0.3 | 5
            bra | team | 2024-01-01 | 2022-01-01 | 2023-01-01 | 2 | 2024-01-01 | 2024-01-01 | 1 | 1 | 1 | 1.1 | 1.4 | 0.3 | 0.272727 | 7
            """);
    }

    [Fact]
    public void Each_member_goes_by_its_own_start_and_a_year_that_the_start_falls_within_is_neither()
    {
        var specification = World("ratio_of_sums", "population_total", """
            a | 2022-01-01 | 1 | 100
            a | 2023-01-01 | 9 | 100
            a | 2024-01-01 | 3 | 100
            b | 2022-01-01 | 1 | 100
            b | 2023-01-01 | 1 | 100
            b | 2024-01-01 | 3 | 100
            """, startOfA: "2023-07-01");

        // Of a 2023 is left out; of b it is the time before.
        specification.Gives("marts.before_after", """
            group_id | programme_id | start | before_numerator | before_denominator | before_periods | after_numerator | after_denominator
            pilot | team | 2023-07-01 | 3 | 300 | 2 | 6 | 200
            """);
    }

    [Fact]
    public void A_municipality_without_a_figure_on_both_sides_is_left_out_of_both()
    {
        var specification = World("ratio_of_sums", "population_total", """
            a | 2023-01-01 | 1 | 100
            a | 2024-01-01 | 2 | 100
            b | 2023-01-01 | 50 | 100
            b | 2024-01-01 |  | 100
            """);

        specification.Gives("marts.before_after", "group_id | municipalities | members | before | after\npilot | 1 | 2 | 1 | 2");
    }

    [Fact]
    public void Of_a_plain_mean_every_municipality_counts_once_however_many_periods_it_has()
    {
        var specification = World("unweighted_mean", "", """
            a | 2021-01-01 | 10 |
            a | 2022-01-01 | 10 |
            a | 2023-01-01 | 10 |
            a | 2024-01-01 | 20 |
            b | 2023-01-01 | 30 |
            b | 2024-01-01 | 30 |
            """);

        // (10 + 30) ÷ 2, where the mean of the four figures would be 15
        specification.Gives("marts.before_after", "group_id | before | after | change | before_numerator | persons\npilot | 20 | 25 | 5 |  | ");
    }

    [Fact]
    public void The_persons_behind_a_share_are_the_fewest_of_those_counted_and_the_rest_on_either_side()
    {
        var specification = World("ratio_of_sums", "cases", """
            a | 2023-01-01 | 30 | 60
            a | 2024-01-01 | 58 | 60
            """);

        specification.Gives("marts.before_after", "group_id | persons\npilot | 2");
    }

    private static ModelSpecification World(string rule, string denominator, string cells, string startOfA = "2024-01-01") => new ModelSpecification()
        .Given("registry.comparison_group", "group_id | kind | programme_id\npilot | programme | team\nbra | programme | bra")
        .Given("registry.participation", $"""
            programme_id | municipality_code | role | valid_from
            team | a | pilot | {startOfA}
            team | b | pilot | 2024-01-01
            bra | c | supported | 2023-01-01
            """)
        .Given("lake.feed", "source | origin | content\nk | published | c0ffee")
        .Given("registry.indicator", $"indicator_id | grain | per | denominator | group_rule\ni | year | 100 | {denominator} | {rule}")
        .Given("core.total", string.Join('\n', cells.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(cell =>
                $"i | {cell[0]} | year | {cell[1]} | {(rule == "unweighted_mean" ? "" : cell[2])} | {cell[3]} | {cell[2]} | '' | k | c0ffee")
            .Prepend("indicator_id | municipality_code | grain | period_start | numerator | denominator | value | status | source | vintage")));
}
