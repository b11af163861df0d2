using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Inputs;

public sealed class MunicipalitySpecification
{
    [Fact]
    public void The_group_is_the_newest_lists_and_the_registrys_where_no_list_came()
    {
        var specification = new ModelSpecification()
            .Given("registry.municipality", """
                code | name | county_code | county | skr_group
                1490 | Borås | 14 | Västra Götaland | old
                0305 | Håbo | 03 | Uppsala | kept
                """)
            .Given("lake.municipality_groups", "municipality_code | municipality | skr_group\n1490 | Borås | new");

        specification.Gives("core.municipality", """
            municipality_code | name | county_code | county | skr_group
            1490 | Borås | 14 | Västra Götaland | new
            0305 | Håbo | 03 | Uppsala | kept
            """);
    }
}
