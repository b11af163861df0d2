using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Inputs;

public sealed class DeliveredSpecification
{
    [Fact]
    public void Parts_are_added_up_over_sex_and_age_and_UngSydvasts_own_ages_are_no_parts() => Gives(
        """
        d | 1480 | 2024-01-01 | 0-12 | girls | m | 1 | 10 |
        d | 1480 | 2024-01-01 | 0-12 | boys | m | 2 | 10 |
        d | 1480 | 2024-01-01 | 13-15 | girls | m | 3 | 10 |
        d | 1480 | 2024-01-01 | 13-15 | boys | m | 4 | 10 |
        d | 1480 | 2024-01-01 | 16-17 | total | m | 5 | 20 |
        d | 1480 | 2024-01-01 | 18-20 | total | m | 6 | 20 |
        d | 1480 | 2024-01-01 | 12-25 | total | m | 100 | 100 |
        """,
        """
        m | total | total | 21 | 80 |  | ''
        m | total | women |  |  |  | not_reported
        m | total | men |  |  |  | not_reported
        m | 0-12 | total | 3 | 20 |  | ''
        m | 0-12 | women | 1 | 10 |  | ''
        m | 0-12 | men | 2 | 10 |  | ''
        m | 13-15 | total | 7 | 20 |  | ''
        m | 13-15 | women | 3 | 10 |  | ''
        m | 13-15 | men | 4 | 10 |  | ''
        m | 16-17 | total | 5 | 20 |  | ''
        m | 18-20 | total | 6 | 20 |  | ''
        m | 12-25 | total | 100 | 100 |  | ''
        """);

    [Fact]
    public void A_sex_is_added_up_over_the_ages() => Gives(
        """
        d | 1490 | 2024-01-01 | 0-12 | girls | m | 1 | 10 |
        d | 1490 | 2024-01-01 | 13-15 | girls | m | 2 | 10 |
        d | 1490 | 2024-01-01 | 16-17 | girls | m | 3 | 10 |
        d | 1490 | 2024-01-01 | 18-20 | girls | m | 4 | 10 |
        """,
        """
        m | total | women | 10 | 40 |  | ''
        m | total | total |  |  |  | not_reported
        m | 0-12 | women | 1 | 10 |  | ''
        m | 0-12 | total |  |  |  | not_reported
        m | 13-15 | women | 2 | 10 |  | ''
        m | 13-15 | total |  |  |  | not_reported
        m | 16-17 | women | 3 | 10 |  | ''
        m | 16-17 | total |  |  |  | not_reported
        m | 18-20 | women | 4 | 10 |  | ''
        m | 18-20 | total |  |  |  | not_reported
        """);

    [Fact]
    public void A_delivered_total_counts_as_it_is_since_it_may_hold_more_than_the_parts() => Gives(
        """
        d | 1490 | 2024-01-01 | 13-15 | girls | m | 3 | 10 |
        d | 1490 | 2024-01-01 | 13-15 | boys | m | 4 | 10 |
        d | 1490 | 2024-01-01 | 0-20 | girls | m | 30 | 50 |
        d | 1490 | 2024-01-01 | 0-20 | boys | m | 30 | 50 |
        d | 1490 | 2024-01-01 | 0-20 | total | m | 65 | 105 |
        """,
        """
        m | total | total | 65 | 105 |  | ''
        m | total | women | 30 | 50 |  | ''
        m | total | men | 30 | 50 |  | ''
        m | 13-15 | total | 7 | 20 |  | ''
        m | 13-15 | women | 3 | 10 |  | ''
        m | 13-15 | men | 4 | 10 |  | ''
        """);

    [Fact]
    public void A_part_that_is_missing_makes_the_sum_unknown_and_not_smaller() => Gives(
        """
        d | 1490 | 2024-01-01 | 0-12 | total | age_missing | 3 | 10 |
        d | 1490 | 2024-01-01 | 13-15 | total | age_missing | 0 | 10 |
        d | 1490 | 2024-01-01 | 16-17 | total | age_missing | 3 | 10 |
        d | 1490 | 2024-01-01 | 0-20 | girls | sex_missing | 3 | 10 |
        """,
        """
        age_missing | total | total |  |  |  | not_reported
        age_missing | 0-12 | total | 3 | 10 |  | ''
        age_missing | 13-15 | total | 0 | 10 |  | ''
        age_missing | 16-17 | total | 3 | 10 |  | ''
        sex_missing | total | total |  |  |  | not_reported
        sex_missing | total | women | 3 | 10 |  | ''
        """);

    [Fact]
    public void A_median_is_the_delivered_one_of_all_together_or_none() => Gives(
        """
        d | 1490 | 2024-01-01 | 0-20 | total | all_together |  | 40 | 104.5
        d | 1490 | 2024-01-01 | 13-15 | total | all_together |  | 20 | 90
        d | 1490 | 2024-01-01 | 13-15 | total | of_an_age |  | 20 | 90
        """,
        """
        all_together | total | total |  | 40 | 104.5 | ''
        all_together | 13-15 | total |  | 20 | 90 | ''
        of_an_age | total | total |  |  |  | not_reported
        of_an_age | 13-15 | total |  | 20 | 90 | ''
        """);

    private static void Gives(string rows, string expected) => new ModelSpecification()
        .Given("lake.deliveries", "source | municipality_code | quarter | age_group | sex | measure | numerator | denominator | value\n" + rows)
        .Gives("staging.delivered_measure", "measure | age | sex | numerator | denominator | value | status\n" + expected);
}
