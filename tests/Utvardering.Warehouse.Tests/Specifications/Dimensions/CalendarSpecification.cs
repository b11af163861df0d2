using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Dimensions;

public sealed class CalendarSpecification
{
    [Fact]
    public void Months_go_from_the_first_figure_to_the_end_of_the_last_period_whatever_its_grain()
    {
        var specification = new ModelSpecification().Given("core.observation", """
            indicator_id | grain | period_start
            arson | month | 2024-02-01
            share | quarter | 2024-04-01
            """);

        specification.Gives("core.calendar", """
            month | quarter | half_year | year | days
            2024-02-01 | 2024-01-01 | 2024-01-01 | 2024 | 29
            2024-03-01 | 2024-01-01 | 2024-01-01 | 2024 | 31
            2024-04-01 | 2024-04-01 | 2024-01-01 | 2024 | 30
            2024-05-01 | 2024-04-01 | 2024-01-01 | 2024 | 31
            2024-06-01 | 2024-04-01 | 2024-01-01 | 2024 | 30
            """);
    }

    [Fact]
    public void The_second_half_year_begins_in_July()
        => new ModelSpecification().Given("core.observation", "grain | period_start\nmonth | 2023-07-01").Gives("core.calendar", "month | quarter | half_year | days\n2023-07-01 | 2023-07-01 | 2023-07-01 | 31");
}
