using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Inputs;

public sealed class DeliveredSpecification
{
    private const string Columns = "source:varchar | municipality_code:varchar | quarter:date | age_group:varchar | sex:varchar | measure:varchar | numerator:integer | denominator:integer | value:double\n";

    [Fact]
    public void Parts_are_added_up_over_sex_and_age_and_UngSydvasts_own_ages_are_no_parts() => Gives(
        """
        d | 1480 | 2024-01-01 | 0-12 | girls | m | 1 | 10 |
        d | 1480 | 2024-01-01 | 0-12 | boys | m | 2 | 10 |
        d | 1480 | 2024-01-01 | 13-15 | girls | m | 3 | 10 |
        d | 1480 | 2024-01-01 | 13-15 | boys | m | 4 | 10 |
        d | 1480 | 2024-01-01 | 16-17 | total | m | 5 | 20 |
        d | 1480 | 2024-01-01 | 18-20 | total | m | 6 | 20 |
        d | 1480 | 2024-01-01 | 12 | total | m | 100 | 100 |
        d | 1480 | 2024-01-01 | 21-25 | total | m | 100 | 100 |
        d | 1480 | 2024-01-01 | 12-25 | total | m | 100 | 100 |
        """,
        "m | 21 | 80 |  | ''");

    [Fact]
    public void A_delivered_total_counts_as_it_is_since_it_may_hold_more_than_the_parts() => Gives(
        """
        d | 1490 | 2024-01-01 | 13-15 | girls | m | 3 | 10 |
        d | 1490 | 2024-01-01 | 13-15 | boys | m | 4 | 10 |
        d | 1490 | 2024-01-01 | 0-20 | girls | m | 30 | 50 |
        d | 1490 | 2024-01-01 | 0-20 | boys | m | 30 | 50 |
        d | 1490 | 2024-01-01 | 0-20 | total | m | 65 | 105 |
        """,
        "m | 65 | 105 |  | ''");

    [Fact]
    public void A_part_that_is_missing_makes_the_sum_unknown_and_not_smaller() => Gives(
        """
        d | 1490 | 2024-01-01 | 0-12 | total | age_missing | 3 | 10 |
        d | 1490 | 2024-01-01 | 13-15 | total | age_missing | 3 | 10 |
        d | 1490 | 2024-01-01 | 16-17 | total | age_missing | 3 | 10 |
        d | 1490 | 2024-01-01 | 0-20 | girls | sex_missing | 3 | 10 |
        """,
        """
        age_missing |  |  |  | not_reported
        sex_missing |  |  |  | not_reported
        """);

    [Fact]
    public void A_median_is_the_delivered_one_of_all_together_or_none() => Gives(
        """
        d | 1490 | 2024-01-01 | 0-20 | total | all_together |  | 40 | 104.5
        d | 1490 | 2024-01-01 | 13-15 | total | all_together |  | 20 | 90
        d | 1490 | 2024-01-01 | 13-15 | total | of_an_age |  | 20 | 90
        """,
        """
        all_together |  | 40 | 104.5 | ''
        of_an_age |  |  |  | not_reported
        """);

    private static void Gives(string rows, string expected)
    {
        var specification = new ModelSpecification().Given("lake.deliveries", Columns + rows);
        specification.Gives("staging.delivered_measure", "measure | numerator | denominator | value | status\n" + expected);
    }
}
