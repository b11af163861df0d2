using Utvardering.Statistics.Regression;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.Regression;

/// <summary>Eleven states, six treated: clubSandwich's CR2 and fixest's clustered standard error.</summary>
public class BiasReducedOracleTests
{
    [SharedDataFact]
    public void Standard_errors_with_eleven_clusters_equal_clubSandwich_and_fixest()
    {
        var oracle = new Oracle("05_few_clusters");
        var rows = oracle.Rows().ToArray();
        double[] Column(string name) => [.. rows.Select(row => Oracle.Number(row[name]))];
        var state = Grouping.Of("state", rows.Select(row => row["state"]));
        var fit = FixedEffectsLeastSquares.Fit(Column("y"), [new("D", Column("D"))], [state, Grouping.Of("year", rows.Select(row => row["year"]))]);
        var expected = oracle.Expected();
        var (model, club) = (expected.GetProperty("model"), expected.GetProperty("clubSandwich_lm_full_dummies").GetProperty("CR2"));

        var clustered = fit.With(new ClusteredErrors(state))["D"];
        Assertion.Near(model.GetProperty("estimate").GetDouble(), clustered.Value, 1e-9);
        Assertion.Near(model.GetProperty("se_fixest_cluster").GetDouble(), clustered.StandardError, 1e-7);
        Assertion.Near(model.GetProperty("p_fixest_t10").GetDouble(), clustered.PValue, 1e-7);
        Assertion.Near(
            model.GetProperty("se_CR0").GetDouble(),
            fit.With(new ClusteredErrors(state) { SmallSample = SmallSample.None })["D"].StandardError,
            1e-7);

        var reduced = fit.With(new BiasReducedErrors(state))["D"];
        Assertion.Near(club.GetProperty("se").GetDouble(), reduced.StandardError, 1e-7);
        Assertion.Near(club.GetProperty("df_satt").GetDouble(), reduced.DegreesOfFreedom, 1e-7);
        Assertion.Near(club.GetProperty("p_satt").GetDouble(), reduced.PValue, 1e-7);
        var interval = Oracle.Numbers(club.GetProperty("ci"));
        Assertion.Near(interval[0], reduced.Interval.Low, 1e-6);
        Assertion.Near(interval[1], reduced.Interval.High, 1e-6);
    }
}
