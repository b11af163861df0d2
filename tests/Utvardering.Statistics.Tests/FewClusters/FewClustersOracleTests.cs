using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.FewClusters;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Randomisation;
using Utvardering.Statistics.Regression;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.FewClusters;

/// <summary>Eleven states, six declared treated from 1989: against R's fwildclusterboot, clubSandwich and enumerations in R.</summary>
public class FewClustersOracleTests
{
    private static readonly Oracle Oracle = new("05_few_clusters");

    [SharedDataTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Enumerated_wild_bootstrap_equals_the_enumeration_in_R(bool dummies)
    {
        var expected = Oracle.Expected().GetProperty("wild_cluster_enumeration_own");
        var result = WildClusterBootstrap.Test(Fit(dummies), "D", States());
        double Of(string name) => expected.GetProperty(name).GetDouble();

        Assert.Equal(expected.GetProperty("n_draws").GetInt32(), result.Distribution.Length);
        Assertion.Near(Of("t_stat_CR0"), result.Statistic, 1e-9);
        Assertion.Near(Of("p_symmetric_ge"), result.PSymmetric, 1e-12);
        Assertion.Near(Of("p_symmetric_gt"), result.PSymmetricStrict, 1e-12);
        Assertion.Near(Of("p_lower"), result.PLower, 1e-12);
        Assertion.Near(Of("p_upper"), result.PUpper, 1e-12);
        Assertion.Near(Of("p_equal_tailed_strict"), result.PEqualTailedStrict, 1e-12);
        Assertion.Near(Of("t_star_sum_sq"), result.Distribution.Sum(t => t * t), 1e-6);
        Assert.Equal(2 / 2048.0, result.MinimumP);
        Assertion.Near(Of("p_unrestricted_ge"), WildClusterBootstrap.Test(Fit(dummies), "D", States(), new() { ImposeNull = false }).PSymmetric, 1e-12);
    }

    [SharedDataFact]
    public void Interval_equals_the_bisection_in_R()
    {
        var expected = Oracle.Expected().GetProperty("ci_test_inversion_own");
        var estimate = WildClusterBootstrap.Test(Fit(dummies: false), "D", States()).Estimate;

        Assertion.Near(Oracle.Expected().GetProperty("model").GetProperty("estimate").GetDouble(), estimate.Value, 1e-9);
        Assertion.Near(Oracle.Expected().GetProperty("model").GetProperty("se_fixest_cluster").GetDouble(), estimate.StandardError, 1e-9);
        Assertion.Near(expected.GetProperty("low").GetDouble(), estimate.Interval.Low, 1e-6);
        Assertion.Near(expected.GetProperty("high").GetDouble(), estimate.Interval.High, 1e-6);
    }

    [SharedDataFact]
    public void Strict_p_values_equal_fwildclusterboot()
    {
        var expected = Oracle.Expected().GetProperty("fwildclusterboot");
        var result = WildClusterBootstrap.Test(Fit(dummies: false), "D", States());
        var unrestricted = WildClusterBootstrap.Test(Fit(dummies: false), "D", States(), new() { ImposeNull = false });

        Assertion.Near(expected.GetProperty("p").GetProperty("two-tailed").GetDouble(), result.PSymmetricStrict, 1e-12);
        Assertion.Near(expected.GetProperty("p").GetProperty("equal-tailed").GetDouble(), result.PEqualTailedStrict, 1e-12);
        Assertion.Near(expected.GetProperty("p_unrestricted").GetDouble(), unrestricted.PSymmetricStrict, 1e-12);

        // Its t has the factor G / (G − 1).
        Assertion.Near(expected.GetProperty("t_stat").GetDouble(), result.Statistic * Math.Sqrt(10 / 11.0), 1e-9);
    }

    [SharedDataFact]
    public void Webb_weights_equal_fwildclusterboot_within_chance()
    {
        var expected = Oracle.Expected().GetProperty("fwildclusterboot").GetProperty("webb_99999_seed1");
        var result = WildClusterBootstrap.Test(Fit(dummies: false), "D", States(), new() { Weights = WildWeights.Webb, Draws = 99_999 });

        Assertion.Near(expected.GetProperty("p").GetDouble(), result.PSymmetric, 0.005);
        var interval = Oracle.Numbers(expected.GetProperty("ci"));
        Assertion.Near(interval[0], result.Estimate.Interval.Low, 0.5);
        Assertion.Near(interval[1], result.Estimate.Interval.High, 0.5);
    }

    [SharedDataFact]
    public void Two_sample_tests_of_the_states_changes_have_the_expected_statistics()
    {
        var estimate = TwoByTwo();
        var different = IbragimovMuller.TwoSample(estimate);
        var pooled = DonaldLang.TwoSample(estimate);

        Assertion.Near(Oracle.Expected().GetProperty("randomisation").GetProperty("t_welch_obs").GetDouble(), different.Value / different.StandardError, 1e-9);
        Assert.Equal(4, different.DegreesOfFreedom);
        Assert.Equal(9, pooled.DegreesOfFreedom);
        Assertion.Near(Oracle.Expected().GetProperty("model").GetProperty("estimate").GetDouble(), pooled.Value, 1e-9);
    }

    [SharedDataFact]
    public void The_studentised_interval_holds_what_its_test_does_not_reject()
    {
        var (estimate, options) = (TwoByTwo(), new RandomisationOptions { Alpha = 0.1 });
        var interval = RandomisationInference.StudentisedInterval(estimate, options);

        // p at no effect is 0.0931 in R: below 0.1.
        Assert.False(interval.Contains(0));
        Assert.True(RandomisationInference.StudentisedInterval(estimate, options with { Alpha = 0.09 }).Contains(0));
    }

    private static Grouping States() => Grouping.Of("state", Oracle.Rows().Select(row => row["state"]));

    private static RegressionFit Fit(bool dummies)
    {
        var rows = Oracle.Rows().ToArray();
        double[] outcome = [.. rows.Select(row => Oracle.Number(row["y"]))];
        var treatment = new DesignColumn("D", [.. rows.Select(row => Oracle.Number(row["D"]))]);
        var years = Grouping.Of("year", rows.Select(row => row["year"]));
        if (!dummies)
        {
            return FixedEffectsLeastSquares.Fit(outcome, [treatment], [States(), years]);
        }

        IEnumerable<DesignColumn> Dummies(Grouping of) => Enumerable.Range(1, of.Count - 1).Select(level =>
            new DesignColumn($"{of.Name} {level}", [.. of.Codes.ToArray().Select(code => code == level ? 1.0 : 0.0)]));
        return LeastSquares.Fit(outcome, [DesignColumn.Intercept(rows.Length), treatment, .. Dummies(States()), .. Dummies(years)]);
    }

    private static TwoByTwoEstimate TwoByTwo()
    {
        var rows = Oracle.Rows().ToArray();
        DateOnly Year(Dictionary<string, string> row) => new((int)Oracle.Number(row["year"]), 1, 1);
        var panel = Panel.FromObservations(PeriodGrain.Year, rows.Select(row => new PanelObservation(row["state"], Year(row), Oracle.Number(row["y"]))));
        return Statistics.DifferenceInDifferences.TwoByTwo.Estimate(
            panel,
            [.. rows.Where(row => row["treated"] == "1").Select(row => row["state"]).Distinct()],
            new(panel.Periods.Starts[0], rows.Where(row => row["post"] == "0").Max(Year)),
            new(rows.Where(row => row["post"] == "1").Min(Year), panel.Periods.Starts[^1]));
    }
}
