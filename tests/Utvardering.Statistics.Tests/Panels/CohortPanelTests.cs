using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.Tests.Panels;

public class CohortPanelTests
{
    [Fact]
    public void Units_stand_in_the_order_of_their_ids_whatever_the_order_of_the_rows()
    {
        CohortPanelRow[] rows = [new("b", 2, 4) { Cohort = 2 }, new("a", 1, 1), new("b", 1, 3) { Cohort = 2 }, new("a", 2, 2)];
        Assert.All(new[] { CohortPanel.FromRows(rows), CohortPanel.FromRows(rows.Reverse()) }, panel =>
        {
            Assert.Equal<string>(["a", "b"], [.. panel.Units]);
            Assert.Equal<int>([1, 2], [.. panel.Periods]);
            Assert.Equal<int?>([null, 2], [.. panel.Cohorts]);
            Assert.Equal([3, 4], panel.Series(1).ToArray());
            Assert.True(panel.IsTreated(1, 1) && !panel.IsTreated(1, 0) && !panel.IsTreated(0, 1));
        });
    }

    [Fact]
    public void A_cell_without_a_row_is_missing()
    {
        var panel = CohortPanel.FromRows([new("a", 1, 1), new("a", 2, 2), new("b", 2, 3)]);
        Assert.True(double.IsNaN(panel.Outcome(1, 0)));
        Assert.False(panel.IsBalanced);
        Assert.Equal<string>(["a"], [.. panel.Balanced().Units]);
    }

    [Fact]
    public void Without_a_whole_unit_there_is_no_balanced_panel()
    {
        var panel = CohortPanel.FromRows([new("a", 1, 1), new("b", 2, 3)]);
        Assert.Contains("No unit has all 2 periods", Assert.Throws<ArgumentException>(() => panel.Balanced()).Message, StringComparison.Ordinal);
    }

    public static TheoryData<CohortPanelRow[], string> Faults => new()
    {
        { [], "no rows were given" },
        { [new("a", 1, 1)], "at least two periods, there is only 1" },
        { [new("a", 1, 1), new("a", 3, 1)], "no unit has a row for 2, the next is 3" },
        { [new("a", 1, 1), new("a", 2, 1), new("a", 2, 5)], "Unit \"a\", period 2 has two rows" },
        { [new("a", 1, 1) { Cohort = 2 }, new("a", 2, 1) { Cohort = 1 }], "Unit \"a\", period 2 has first treatment in 1, while period 1 has first treatment in 2" },
        { [new("a", 1, 1) { Cluster = "x" }, new("a", 2, 1) { Cluster = "y" }], "Unit \"a\", period 2 lies in cluster \"y\", in period 1 in \"x\"" },
        { [new("a", 1, double.PositiveInfinity), new("a", 2, 1)], "Unit \"a\", period 1 has an infinite outcome" },
        { [new("a", 1, 1) { Weight = 0 }, new("a", 2, 1)], "Unit \"a\", period 1 has a weight that is not a positive number" },
        { [new("a", 1, 1) { Exposure = 5 }, new("a", 2, 1)], "Unit \"a\", period 2 has no positive exposure beside its count" },
        { [new("a", 1, 1) { Covariates = [1] }, new("a", 2, 1)], "Unit \"a\", period 1 has 1 covariates, the panel names 0" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_of_the_rows_names_unit_and_period(CohortPanelRow[] rows, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => CohortPanel.FromRows(rows)).Message, StringComparison.Ordinal);

    [Fact]
    public void Months_become_quarters_by_adding_counts_and_exposures()
    {
        // Months 2 to 10 hold the whole quarters 1 (months 3–5) and 2 (6–8); unit b lacks month 7. The start in month 7 lies in quarter 2.
        var months = CohortPanel.FromRows(
            from unit in new[] { "a", "b" }
            from month in Enumerable.Range(2, 9)
            where unit == "a" || month != 7
            select new CohortPanelRow(unit, month, month) { Exposure = 10, Cohort = unit == "a" ? 7 : null });
        var quarters = months.Aggregate(3);
        Assert.Equal<int>([1, 2], [.. quarters.Periods]);
        Assert.Equal([3 + 4 + 5, 6 + 7 + 8], quarters.Series(0).ToArray());
        Assert.Equal(30, quarters.Exposure(0, 1));
        Assert.True(double.IsNaN(quarters.Outcome(1, 1)));
        Assert.Equal<int?>([2, null], [.. quarters.Cohorts]);
    }

    [Fact]
    public void Values_without_exposure_are_averaged_with_their_covariates()
    {
        var quarters = CohortPanel.FromRows(Enumerable.Range(-4, 8).Select(quarter => new CohortPanelRow("a", quarter, quarter) { Covariates = [2 * quarter] }), "x");
        var years = quarters.Aggregate(4);
        Assert.Equal<int>([-1, 0], [.. years.Periods]);
        Assert.Equal([-2.5, 1.5], years.Series(0).ToArray());
        Assert.Equal(-5, years.Covariate("x", 0, 0));
        Assert.Contains("at least two are needed", Assert.Throws<ArgumentException>(() => quarters.Aggregate(5)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_treatment_that_ends_is_refused_with_its_unit()
    {
        Assert.Equal(2, AbsorbingTreatment.Starts([("a", 1, false), ("a", 2, true), ("a", 3, true), ("b", 1, false)])["a"]);
        var fault = Assert.Throws<ArgumentException>(() => AbsorbingTreatment.Starts([("a", 1, true), ("a", 2, false)]));
        Assert.Contains("Unit \"a\", period 2 is untreated, while treatment began in 1", fault.Message, StringComparison.Ordinal);
    }
}
