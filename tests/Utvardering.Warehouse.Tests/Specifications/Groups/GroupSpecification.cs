using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Groups;

public sealed class GroupSpecification
{
    [Fact]
    public void Rate_of_a_group_is_sum_over_sum_and_not_the_mean_of_rates()
    {
        var specification = Series("ratio_of_sums", "population_total", """
            i | a | month | 2024-01-01 | 1 | 100 | 1000 | '' | interpolated | s | v
            i | b | month | 2024-01-01 | 1 | 900 | 111.11 | '' | '' | s | v
            """);

        // (1 + 1) ÷ (100 + 900) × 100 000 = 200, where the mean of the rates would be 555.6
        specification.Gives("marts.group_series", """
            group_id | value | numerator | denominator | municipalities | members | exposure_status
            g | 200 | 2 | 1000 | 2 | 2 | interpolated
            """);
    }

    [Fact]
    public void A_member_without_a_figure_is_out_of_both_sums_and_is_counted()
    {
        var specification = Series("ratio_of_sums", "population_total", """
            i | a | month | 2024-01-01 | 3 | 100 | 3000 | '' | '' | s | v
            i | b | month | 2024-01-01 |  | 900 |  | not_available | '' | s | v
            """);

        specification.Gives("marts.group_series", """
            group_id | value | numerator | denominator | municipalities | members
            g | 3000 | 3 | 100 | 1 | 2
            """);
    }

    [Fact]
    public void The_persons_behind_a_share_are_the_fewer_of_those_counted_and_the_rest()
    {
        var specification = Series("ratio_of_sums", "cases", """
            i | a | quarter | 2024-01-01 | 8 | 10 | 80 | '' | '' | d | v
            i | b | quarter | 2024-01-01 | 9 | 10 | 90 | '' | '' | d | v
            """);

        // 17 of 20 counted, 3 not
        specification.Gives("marts.group_series", "group_id | persons\ng | 3");
    }

    [Fact]
    public void Where_no_weights_are_published_the_plain_mean_stands_and_says_so()
    {
        var specification = Series("unweighted_mean", "", """
            i | a | year | 2024-01-01 |  |  | 100 | '' | '' | s | v
            i | b | year | 2024-01-01 |  |  | 120 | '' | '' | s | v
            """);

        specification.Gives("marts.group_series", "group_id | value | group_rule | numerator\ng | 110 | unweighted_mean | ");
    }

    [Fact]
    public void A_municipality_of_a_left_out_programme_is_no_member_whatever_its_dates()
    {
        var specification = new ModelSpecification()
            .Given("registry.participation", """
                programme_id:varchar | municipality_code:varchar | valid_from:date
                p | 1490 | 2025-01-01
                p | 1490 | 2024-01-01
                q | 0580 | 2022-01-01
                everywhere |  | 2025-07-01
                """)
            .Given("registry.municipality", "code:varchar\n1490\n0580\n0114")
            .Given("registry.comparison_group", "group_id | kind | programme_id\npilot | programme | p\nrest | all |")
            .Given("registry.comparison_group_without", "group_id:varchar | programme_id:varchar\nrest | p\nrest | q");

        specification.Gives("core.group_member", """
            group_id | municipality_code | programme_from
            pilot | 1490 | 2024-01-01
            rest | 0114 | 
            """);
    }

    [Fact]
    public void Kolada_finds_peers_of_the_members_in_the_subjects_asked_for_and_a_treated_one_is_left_out()
    {
        var specification = Peers("""
            1490 | Liknande kommuner IFO, Borås, 2024 | 0114
            1490 | Liknande kommuner IFO, Borås, 2024 | 0580
            0305 | Liknande kommuner IFO, Håbo, 2024 | 0114
            0305 | Liknande kommuner, övergripande, Håbo, 2025 | 0115
            0305 | Liknande kommuner skola, Håbo, 2024 | 0117
            0117 | Liknande kommuner IFO, Österåker, 2024 | 0120
            """);

        // 0580 is Brå's; Österåker is like Håbo in schools alone, and itself no member of the pilots.
        specification.Gives("core.group_member", """
            group_id | municipality_code | programme_from
            pilot | 1490 | 2024-01-01
            pilot | 0305 | 2024-01-01
            alike | 0114 |
            alike | 0115 |
            """);
    }

    [Fact]
    public void A_pilot_that_is_like_another_pilot_is_not_compared_with_it()
        => Peers("1490 | Liknande kommuner IFO, Borås, 2024 | 0305").Gives("core.group_member", """
            group_id | municipality_code
            pilot | 1490
            pilot | 0305
            """);

    private static ModelSpecification Peers(string peers) => new ModelSpecification()
        .Given("registry.participation", """
            programme_id | municipality_code | valid_from
            team | 1490 | 2024-01-01
            team | 0305 | 2024-01-01
            bra | 0580 | 2022-01-01
            """)
        .Given("registry.comparison_group", """
            group_id | kind | programme_id | of_group_id
            pilot | programme | team |
            alike | peers |  | pilot
            nearest | nearest |  | pilot
            """)
        .Given("registry.comparison_group_by", "group_id | subject\nalike | IFO\nalike | övergripande\nnearest | level")
        .Given("registry.comparison_group_without", "group_id | programme_id\nalike | team\nalike | bra")
        .Given("lake.peer_municipalities", "municipality_code | group_title | peer_code\n" + peers);

    private static ModelSpecification Series(string rule, string denominator, string rows) => new ModelSpecification()
        .Given("core.total", """
            indicator_id:varchar | municipality_code:varchar | grain:varchar | period_start:date | numerator:double | denominator:double | value:double | status:varchar | exposure_status:varchar | source:varchar | vintage:varchar
            """ + "\n" + rows)
        .Given("lake.feed", "source | origin | content\ns | published | v\nd | delivered | v")
        .Given("core.group_member", "group_id:varchar | municipality_code:varchar\ng | a\ng | b")
        .Given("registry.indicator", $"indicator_id:varchar | grain:varchar | per:double | denominator:varchar | group_rule:varchar\ni | {rows.Split('|')[2]} | {(denominator == "cases" ? 100 : 100000)} | {denominator} | {rule}");
}
