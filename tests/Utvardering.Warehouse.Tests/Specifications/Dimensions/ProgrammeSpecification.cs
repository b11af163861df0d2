using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Dimensions;

public sealed class ProgrammeSpecification
{
    [Fact]
    public void A_programme_begins_with_its_first_participant_and_has_ended_when_all_parts_have()
        => World().Gives("core.programme", """
            programme_id | targeted | valid_from | valid_to | participants
            team | true | 2024-01-01 |  | 2
            bra | true | 2022-01-01 | 2024-06-10 | 2
            law | false | 2025-07-01 |  |
            planned | true |  |  |
            """);

    [Fact]
    public void A_municipality_has_the_strands_its_document_gives_or_the_programmes_only_one_and_everybody_a_programme_for_all()
        => World().Gives("core.programme_municipality", """
            programme_id | municipality_code | role | strands | valid_from | valid_to | document_id | document
            team | 1490 | pilot | assessment, mapping | 2024-01-01 |  | pm | Pressmeddelande
            team | 0305 | pilot |  | 2024-03-01 |  | pm | Pressmeddelande
            bra | 0580 | supported | recruitment | 2022-01-01 | 2024-06-10 | pm | Pressmeddelande
            bra | 0305 | supported | recruitment | 2022-02-01 | 2022-12-31 | pm | Pressmeddelande
            law | 1490 | everywhere |  | 2025-07-01 |  | sfs | Lag
            law | 0305 | everywhere |  | 2025-07-01 |  | sfs | Lag
            law | 0580 | everywhere |  | 2025-07-01 |  | sfs | Lag
            """);

    private static ModelSpecification World() => new ModelSpecification()
        .Given("registry.municipality", "code | name\n1490 | Borås\n0305 | Håbo\n0580 | Linköping")
        .Given("registry.programme", "programme_id | targeted\nteam | true\nbra | true\nlaw | false\nplanned | true")
        .Given("registry.programme_strand", "programme_id | strand\nteam | assessment\nteam | mapping\nteam | local\nbra | recruitment")
        .Given("registry.source_document", "document_id | publisher | title\npm | Regeringskansliet | Pressmeddelande\nsfs | Riksdagen | Lag")
        .Given("registry.participation", """
            programme_id | municipality_code | role | valid_from | valid_to | document_id | certainty
            team | 1490 | pilot | 2024-01-01 |  | pm | month_assumed
            team | 0305 | pilot | 2024-03-01 |  | pm | exact
            bra | 0580 | supported | 2022-01-01 | 2024-06-10 | pm | exact
            bra | 0305 | supported | 2022-02-01 | 2022-12-31 | pm | exact
            law |  | everywhere | 2025-07-01 |  | sfs | exact
            """)
        .Given("registry.participation_strand", "programme_id | municipality_code | valid_from | strand\nteam | 1490 | 2024-01-01 | mapping\nteam | 1490 | 2024-01-01 | assessment");
}
