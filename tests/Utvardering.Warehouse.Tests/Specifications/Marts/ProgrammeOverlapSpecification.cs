using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Marts;

public sealed class ProgrammeOverlapSpecification
{
    [Fact]
    public void A_programme_holds_in_every_month_that_it_has_a_day_of_and_two_targeted_ones_overlap()
    {
        var specification = World("""
            bra | 0191 | supported | 2022-01-01 | 2024-06-10
            nordvast | 0191 | member | 2024-06-30 |
            law |  | everywhere | 2024-07-01 |
            """);

        specification.Gives("marts.programme_overlap", """
            municipality | month | programme_id | targeted | role | valid_to | targeted_programmes | overlapping
            Sigtuna | 2024-05-01 | bra | true | supported | 2024-06-10 | 1 | false
            Sigtuna | 2024-06-01 | bra | true | supported | 2024-06-10 | 2 | true
            Sigtuna | 2024-06-01 | nordvast | true | member |  | 2 | true
            Sigtuna | 2024-07-01 | nordvast | true | member |  | 1 | false
            Sigtuna | 2024-07-01 | law | false | everywhere |  | 1 | false
            Ekerö | 2024-07-01 | law | false | everywhere |  | 0 | false
            """);
    }

    [Fact]
    public void Who_comes_back_to_a_programme_within_a_month_is_there_once()
    {
        var specification = World("""
            bra | 0191 | supported | 2024-05-01 | 2024-05-10
            bra | 0191 | supported | 2024-05-20 |
            """);

        specification.Gives("marts.programme_overlap", """
            month | programme_id | valid_from | targeted_programmes
            2024-05-01 | bra | 2024-05-20 | 1
            2024-06-01 | bra | 2024-05-20 | 1
            2024-07-01 | bra | 2024-05-20 | 1
            """);
    }

    private static ModelSpecification World(string parts) => new ModelSpecification()
        .Given("core.calendar", "month\n2024-05-01\n2024-06-01\n2024-07-01")
        .Given("registry.municipality", "code | name\n0191 | Sigtuna\n0125 | Ekerö")
        .Given("registry.programme", "programme_id | targeted\nbra | true\nnordvast | true\nlaw | false")
        .Given("registry.source_document", "document_id | publisher | title\npm | P | T")
        .Given("registry.participation", "programme_id | municipality_code | role | valid_from | valid_to | document_id\n" + string.Join('\n', parts.Split('\n').Select(part => part + " | pm")));
}
