using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Inputs;

public sealed class PopulationSpecification
{
    [Fact]
    public void Years_between_known_ones_are_interpolated_years_after_carried_forward_years_before_never_invented()
    {
        var specification = new ModelSpecification()
            .Given("staging.population", """
                municipality_code | year | band | sex | population
                1490 | 2019 | total | total | 100
                1490 | 2022 | total | total | 130
                0305 | 2020 | total | total | 50
                """)
            .Given("staging.offence_period", "month:date\n2023-05-01")
            .Given("staging.delivered_measure", "quarter:date")
            .Given("lake.indicator_values", "year:integer");

        specification.Gives("core.population_year_end", """
            municipality_code | year | population | status
            1490 | 2019 | 100 | ''
            1490 | 2020 | 110 | interpolated
            1490 | 2021 | 120 | interpolated
            1490 | 2022 | 130 | ''
            1490 | 2023 | 130 | carried_forward
            0305 | 2019 |  | not_available
            0305 | 2020 | 50 | ''
            0305 | 2021 | 50 | carried_forward
            0305 | 2022 | 50 | carried_forward
            0305 | 2023 | 50 | carried_forward
            """);
    }

    [Fact]
    public void Inhabitants_of_a_month_lie_on_the_line_between_the_year_ends_and_do_not_jump_in_January()
    {
        var specification = new ModelSpecification()
            .Given("core.population_year_end", """
                municipality_code | band | sex | year | population | status
                1490 | total | total | 2022 | 1000 | ''
                1490 | total | total | 2023 | 1240 | interpolated
                """);

        // 1 000 + 240 × (month − ½) ÷ 12
        specification.Gives("core.exposure_month", """
            municipality_code | month | population | status
            1490 | 2023-01-01 | 1010 | interpolated
            1490 | 2023-02-01 | 1030 | interpolated
            1490 | 2023-03-01 | 1050 | interpolated
            1490 | 2023-04-01 | 1070 | interpolated
            1490 | 2023-05-01 | 1090 | interpolated
            1490 | 2023-06-01 | 1110 | interpolated
            1490 | 2023-07-01 | 1130 | interpolated
            1490 | 2023-08-01 | 1150 | interpolated
            1490 | 2023-09-01 | 1170 | interpolated
            1490 | 2023-10-01 | 1190 | interpolated
            1490 | 2023-11-01 | 1210 | interpolated
            1490 | 2023-12-01 | 1230 | interpolated
            """);
    }

    [Fact]
    public void Months_add_up_to_quarters_and_years_of_which_the_least_certain_month_counts()
    {
        var specification = new ModelSpecification()
            .Given("core.exposure_month", """
                municipality_code | band | month | population | status
                1490 | total | 2023-01-01 | 10 | ''
                1490 | total | 2023-02-01 | 20 | interpolated
                1490 | total | 2023-03-01 | 30 | ''
                1490 | total | 2023-04-01 | 40 | carried_forward
                0305 | total | 2023-01-01 |  | not_available
                """);

        specification.Gives("core.exposure", """
            municipality_code | grain | period_start | person_months | months | status
            1490 | month | 2023-01-01 | 10 | 1 | ''
            1490 | month | 2023-02-01 | 20 | 1 | interpolated
            1490 | month | 2023-03-01 | 30 | 1 | ''
            1490 | month | 2023-04-01 | 40 | 1 | carried_forward
            1490 | quarter | 2023-01-01 | 60 | 3 | interpolated
            1490 | quarter | 2023-04-01 | 40 | 1 | carried_forward
            1490 | year | 2023-01-01 | 100 | 4 | carried_forward
            0305 | month | 2023-01-01 |  | 1 | not_available
            0305 | quarter | 2023-01-01 |  | 1 | not_available
            0305 | year | 2023-01-01 |  | 1 | not_available
            """);
    }

    [Fact]
    public void Ages_are_added_up_to_bands_by_sex_where_every_age_of_the_band_is_there()
    {
        var ages = string.Join('\n', Enumerable.Range(0, 21).Select(age => $"1490 | 2023-12-31 | {age} | total | 10"));
        var specification = new ModelSpecification()
            .Given("lake.population", $"""
                municipality_code | reference_date | age_group | sex | population
                {ages}
                1490 | 2023-12-31 | total | total | 1000
                1490 | 2023-12-31 | 16 | women | 4
                1490 | 2023-12-31 | 17 | women | 5
                1490 | 2023-12-31 | 18 | women | 6
                1490 | 2024-11-01 | total | total | 1001
                0305 | 2023-12-31 | 0 | total | 10
                0305 | 2023-12-31 | 16 | total | 0
                0305 | 2023-12-31 | 17 | total | 0
                """);

        specification.Gives("staging.population", """
            municipality_code | year | band | sex | population
            1490 | 2023 | total | total | 1000
            1490 | 2023 | 0_20 | total | 210
            1490 | 2023 | 0_12 | total | 130
            1490 | 2023 | 13_15 | total | 30
            1490 | 2023 | 16_17 | total | 20
            1490 | 2023 | 18_20 | total | 30
            1490 | 2023 | 16_17 | women | 9
            0305 | 2023 | 16_17 | total | 0
            """);
    }
}
