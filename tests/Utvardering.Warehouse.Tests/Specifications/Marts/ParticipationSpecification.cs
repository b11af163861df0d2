using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Marts;

public sealed class ParticipationSpecification
{
    [Fact]
    public void Each_part_has_its_document_and_a_programme_for_all_has_no_municipality()
    {
        var specification = new ModelSpecification()
            .Given("registry.programme", """
                programme_id | title_sv | title_en | targeted
                team | Team | Team | true
                law | Lag | Law | false
                """)
            .Given("registry.source_document", "document_id | publisher | title\npm | Socialstyrelsen | Pressmeddelande\nsfs | Riksdagen | Socialtjänstlag")
            .Given("core.municipality", "municipality_code | name\n1490 | Borås\n0305 | Håbo")
            .Given("registry.participation", """
                programme_id | municipality_code | role | valid_from | valid_to | document_id | certainty
                team | 1490 | pilot | 2024-01-01 |  | pm | month_assumed
                law |  | everybody | 2025-07-01 |  | sfs | exact
                """);

        specification.Gives("marts.participation", """
            programme_id | targeted | municipality | role | valid_from | valid_to | certainty | publisher | document
            team | true | Borås | pilot | 2024-01-01 |  | month_assumed | Socialstyrelsen | Pressmeddelande
            law | false |  | everybody | 2025-07-01 |  | exact | Riksdagen | Socialtjänstlag
            """);
    }
}
