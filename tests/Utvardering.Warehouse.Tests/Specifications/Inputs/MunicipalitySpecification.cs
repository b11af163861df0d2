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

    [Fact]
    public void The_class_goes_by_the_newest_published_inhabitants_and_its_bound_belongs_to_the_higher_class()
    {
        var specification = new ModelSpecification()
            .Given("registry.municipality", "code | name\n1490 | Borås\n0305 | Håbo\n2417 | Norsjö\n0114 | Upplands Väsby")
            .Given("registry.population_class", "class_id | at_least\n-9999 | 0\n10000-19999 | 10000\n20000- | 20000")
            .Given("lake.population", """
                municipality_code | reference_date | age_group | sex | population
                1490 | 2022-12-31 | total | total | 19999
                1490 | 2023-12-31 | total | total | 20000
                1490 | 2024-12-31 | total | total |
                1490 | 2024-12-31 | total | women | 9
                0305 | 2023-12-31 | total | total | 19999
                2417 | 2020-12-31 | total | total | 3900
                """);

        specification.Gives("core.municipality", """
            municipality_code | population | population_year | population_class
            1490 | 20000 | 2023 | 20000-
            0305 | 19999 | 2023 | 10000-19999
            2417 | 3900 | 2020 | -9999
            0114 |  |  |
            """);
    }

    [Fact]
    public void A_municipality_without_a_vulnerable_area_has_none_and_without_the_polices_list_nothing_is_known()
    {
        const string Towns = "code | name\n1490 | Borås\n0305 | Håbo";
        new ModelSpecification()
            .Given("registry.municipality", Towns)
            .Given("lake.feed", "source | dataset\np | vulnerable_areas")
            .Given("lake.vulnerable_areas", "area | category | municipality_code\nNorrby | vulnerable | 1490\nHässleholmen | at_risk | 1490")
            .Gives("core.municipality", "municipality_code | vulnerable_areas\n1490 | 2\n0305 | 0");
        new ModelSpecification()
            .Given("registry.municipality", Towns)
            .Given("lake.feed", "source | dataset\nk | indicator_values")
            .Gives("core.municipality", "municipality_code | vulnerable_areas\n1490 |\n0305 |");
    }
}
