using System.Text.Json;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Randomisation;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.Randomisation;

/// <summary>Eleven states, six of them declared treated from 1989: our figures against R's (coin, clubSandwich and an enumeration in R).</summary>
public class FewClustersOracleTests
{
    private static readonly Oracle Oracle = new("05_few_clusters");

    [SharedDataFact]
    public void Estimate_and_changes_equal_the_regression()
    {
        var expected = Oracle.Expected();
        var tolerance = Tolerance(expected, "estimate");
        var estimate = Estimate();

        Assertion.Near(expected.GetProperty("model").GetProperty("estimate").GetDouble(), estimate.Estimate, tolerance);
        var changes = expected.GetProperty("randomisation").GetProperty("delta");
        Assert.Equal(11, estimate.UnitChanges.Length);
        Assert.All(estimate.UnitChanges, unit => Assertion.Near(changes.GetProperty(unit.Unit).GetDouble(), unit.Change, tolerance));
    }

    [SharedDataFact]
    public void Exact_p_values_equal_the_enumeration()
    {
        var expected = Oracle.Expected();
        var randomisation = expected.GetProperty("randomisation");
        var tolerance = Tolerance(expected, "ri");
        var test = RandomisationInference.DifferenceInMeans(Estimate(), new()).Test;

        Assert.Equal(randomisation.GetProperty("n_assignments").GetInt32(), test.AssignmentCount);
        Assertion.Near(randomisation.GetProperty("p_two_sided").GetDouble(), test.PTwoSided, tolerance);
        Assertion.Near(randomisation.GetProperty("p_coin_exact").GetDouble(), test.PTwoSided, tolerance);
        Assertion.Near(randomisation.GetProperty("p_lower").GetDouble(), test.PLower, tolerance);
        Assertion.Near(randomisation.GetProperty("p_upper").GetDouble(), test.PUpper, tolerance);
        Assertion.Near(randomisation.GetProperty("tau_min").GetDouble(), test.Distribution.Min(), 1e-9);
        Assertion.Near(randomisation.GetProperty("tau_max").GetDouble(), test.Distribution.Max(), 1e-9);
        Assert.Equal(1 / 462.0, test.MinimumP);
    }

    [SharedDataFact]
    public void Studentised_test_equals_the_enumeration()
    {
        var expected = Oracle.Expected();
        var randomisation = expected.GetProperty("randomisation");
        var test = RandomisationInference.Studentised(Estimate(), new());

        Assertion.Near(randomisation.GetProperty("t_welch_obs").GetDouble(), test.Statistic, 1e-9);
        Assertion.Near(randomisation.GetProperty("p_two_sided_studentised").GetDouble(), test.PTwoSided, Tolerance(expected, "ri"));
    }

    [SharedDataFact]
    public void Interval_equals_bisection_on_the_effect()
    {
        // The oracle inverts the wild bootstrap, not the randomisation test: here the naive twin is the judge.
        var estimate = Estimate();
        double[] changes = [.. estimate.UnitChanges.Select(unit => unit.Change)];
        bool[] treated = [.. estimate.UnitChanges.Select(unit => unit.Treated)];
        var interval = RandomisationInference.DifferenceInMeans(estimate, new()).Interval;

        Assertion.Near(NaiveRandomisation.End(changes, treated, 0.05, -1), interval.Low, 1e-9);
        Assertion.Near(NaiveRandomisation.End(changes, treated, 0.05, 1), interval.High, 1e-9);
    }

    private static double Tolerance(JsonElement expected, string of) =>
        expected.GetProperty("tolerances").GetProperty(of).GetProperty("abs").GetDouble();

    private static TwoByTwoEstimate Estimate()
    {
        var rows = Oracle.Rows().ToArray();
        var panel = Panel.FromObservations(
            PeriodGrain.Year,
            rows.Select(row => new PanelObservation(row["state"], Year(row), Oracle.Number(row["y"]))));
        string[] treated = [.. rows.Where(row => row["treated"] == "1").Select(row => row["state"]).Distinct()];
        return TwoByTwo.Estimate(
            panel,
            treated,
            new(panel.Periods.Starts[0], rows.Where(row => row["post"] == "0").Max(Year)),
            new(rows.Where(row => row["post"] == "1").Min(Year), panel.Periods.Starts[^1]));
    }

    private static DateOnly Year(Dictionary<string, string> row) => new((int)Oracle.Number(row["year"]), 1, 1);
}
