using Utvardering.Statistics.FewClusters;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.Tests.FewClusters;

public class ClusterEstimateTests
{
    [Fact]
    public void One_estimate_a_cluster_gives_a_t_test_of_their_mean()
    {
        // Mean 3, s² = (4 + 0 + 4) / 2 = 4, standard error 2 / √3; t₀.₉₇₅ with 2 degrees of freedom is 4.302653.
        var estimate = IbragimovMuller.OneSample([1, 3, 5]);

        Assert.Equal(3, estimate.Value, 12);
        Assert.Equal(2 / Math.Sqrt(3), estimate.StandardError, 12);
        Assert.Equal(2, estimate.DegreesOfFreedom);
        Assertion.Near(3 - (4.302653 * 2 / Math.Sqrt(3)), estimate.Interval.Low, 1e-5);
    }

    [Fact]
    public void Two_groups_keep_their_variances_and_the_freedom_of_the_smaller()
    {
        // Means 4 and 1; variances 2 (of 2) and 4 (of 3): √(2/2 + 4/3).
        var estimate = IbragimovMuller.TwoSample([3, 5], [-1, 1, 3]);

        Assert.Equal(3, estimate.Value, 12);
        Assert.Equal(Math.Sqrt(1 + (4 / 3.0)), estimate.StandardError, 12);
        Assert.Equal(1, estimate.DegreesOfFreedom);
    }

    [Fact]
    public void A_group_of_one_cluster_is_refused() =>
        Assert.Contains("at least two", Assert.Throws<ArgumentException>(() => IbragimovMuller.TwoSample([1], [1, 2])).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_steps_are_a_regression_of_adjusted_means()
    {
        // Four cells of two, x within: y = 10·cell + 2x exactly, so the adjusted means are 0, 10, 20, 30; treated are the last two: 25 − 5 = 20.
        // Pooled variance (50 + 50) / 2 = 50, standard error √(50 (1/2 + 1/2)).
        double[] x = [0, 1, 3, 4, -1, 5, 2, 2.5];
        int[] cell = [0, 0, 1, 1, 2, 2, 3, 3];
        double[] outcome = [.. x.Select((value, row) => (10 * cell[row]) + (2 * value))];
        DesignColumn[] second = [DesignColumn.Intercept(4), new("treated", [0, 0, 1, 1])];
        var estimate = DonaldLang.Estimate(outcome, [new("x", x)], new("cell", cell, 4), second, "treated");

        Assert.Equal(20, estimate.Value, 9);
        Assert.Equal(Math.Sqrt(50), estimate.StandardError, 9);
        Assert.Equal(2, estimate.DegreesOfFreedom);
    }

    [Fact]
    public void An_empty_cell_is_refused() => Assert.Contains("Cell 1", Assert.Throws<ArgumentException>(() =>
        DonaldLang.Estimate([1, 2], [], new("cell", [0, 2], 3), [DesignColumn.Intercept(3)], DesignColumn.InterceptName)).Message, StringComparison.Ordinal);
}
