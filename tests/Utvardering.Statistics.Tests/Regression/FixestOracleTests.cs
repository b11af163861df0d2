using System.Text.Json;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Results;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.Regression;

/// <summary>Least squares with fixed effects against fixest 0.14.2, every standard error of the case.</summary>
public class FixestOracleTests
{
    private static readonly Oracle Oracle = new("03_twfe_fixest");

    [SharedDataTheory]
    [InlineData("base_did_twfe")]
    [InlineData("base_did_event_study")]
    [InlineData("base_did_weighted")]
    [InlineData("base_stagg_twfe")]
    [InlineData("base_stagg_event_study")]
    public void Coefficients_standard_errors_and_fit_equal_fixest(string block)
    {
        var expected = Oracle.Expected().GetProperty(block);
        var made = FixestCase.Of(block);
        var fit = made.Fit();

        Assert.Equal(expected.GetProperty("nobs").GetInt32(), fit.Observations);
        Assert.Equal(expected.GetProperty("nparams").GetInt32(), fit.Parameters(FixedEffectCounting.All));
        Relative(expected.GetProperty("ssr").GetDouble(), fit.Deviance, 1e-10);
        Assertion.Near(expected.GetProperty("r2").GetDouble(), fit.RSquared, 1e-10);
        Assertion.Near(expected.GetProperty("within_r2").GetDouble(), fit.WithinRSquared, 1e-10);
        Same(expected.GetProperty("iid"), fit.With(new ClassicalErrors()));
        Same(expected.GetProperty("hetero"), fit.With(new RobustErrors()));
        Same(expected.GetProperty("cluster"), fit.With(new ClusteredErrors(made.Id)));
    }

    [SharedDataTheory]
    [InlineData("base_did_twfe")]
    [InlineData("base_did_event_study")]
    [InlineData("base_stagg_twfe")]
    [InlineData("base_stagg_event_study")]
    public void Other_small_sample_choices_equal_fixest(string block)
    {
        var expected = Oracle.Expected().GetProperty(block);
        var made = FixestCase.Of(block);
        var fit = made.Fit();

        SameErrors(expected.GetProperty("cluster_no_adjust_CR0"), fit.With(new ClusteredErrors(made.Id) { SmallSample = SmallSample.None }));
        SameErrors(expected.GetProperty("cluster_fixefK_none"), fit.With(new ClusteredErrors(made.Id) { SmallSample = new() { FixedEffects = FixedEffectCounting.None } }));
        SameErrors(expected.GetProperty("cluster_fixefK_full"), fit.With(new ClusteredErrors(made.Id) { SmallSample = new() { FixedEffects = FixedEffectCounting.All } }));
        var covariance = fit.With(new ClusteredErrors(made.Id)).Covariance.Matrix;
        foreach (var (i, row) in expected.GetProperty("cluster_vcov").EnumerateArray().Index())
        {
            foreach (var (j, cell) in row.EnumerateArray().Index())
            {
                Assertion.Near(cell.GetDouble(), covariance[i, j], 1e-6 * Math.Sqrt(covariance[i, i] * covariance[j, j]));
            }
        }
    }

    [SharedDataFact]
    public void Two_way_clusters_and_Driscoll_Kraay_equal_fixest()
    {
        var expected = Oracle.Expected().GetProperty("base_did_twfe");
        var made = FixestCase.Of("base_did_twfe");
        var twoWay = made.Fit().With(new TwoWayClusteredErrors(made.Id, made.Period));

        SameErrors(expected.GetProperty("twoway_cluster_id_period"), twoWay);
        Assert.Equal(9, twoWay["x1"].DegreesOfFreedom);
        SameErrors(expected.GetProperty("driscoll_kraay_default_lag"), made.Fit().With(new DriscollKraayErrors(made.Times)));
    }

    [SharedDataTheory]
    [InlineData("base_did_event_study", "pretrend_wald_cluster", true)]
    [InlineData("base_did_event_study", "pretrend_wald_iid", false)]
    [InlineData("base_stagg_event_study", "pretrend_wald_cluster", true)]
    public void Joint_tests_of_leads_equal_fixest(string block, string test, bool clustered)
    {
        var expected = Oracle.Expected().GetProperty(block).GetProperty(test);
        var made = FixestCase.Of(block);
        string[] leads = block == "base_did_event_study"
            ? [.. Enumerable.Range(1, 4).Select(period => $"period::{period}:treat")]
            : [.. Enumerable.Range(-9, 8).Select(time => $"time_to_treatment::{time}:treated")];
        var actual = made.Fit().With(clustered ? new ClusteredErrors(made.Id) : new ClassicalErrors()).Wald(leads);

        Relative(expected.GetProperty("F").GetDouble(), actual.F, 1e-6);
        Assert.Equal(expected.GetProperty("df1").GetInt32(), actual.Numerator);
        Assert.Equal(expected.GetProperty("df2").GetDouble(), actual.Denominator);
        Assertion.Near(expected.GetProperty("p").GetDouble(), actual.PValue, 1e-6);
    }

    internal static void Same(JsonElement expected, RegressionInference actual)
    {
        Assert.Equal(expected.GetProperty("df_t").GetDouble(), actual.Covariance.DegreesOfFreedom);
        foreach (var coefficient in expected.GetProperty("coef").EnumerateObject())
        {
            var estimate = actual[coefficient.Name];
            Same(coefficient.Value, estimate);
            var interval = Oracle.Numbers(expected.GetProperty("ci95").GetProperty(coefficient.Name));
            Assertion.Near(interval[0], estimate.Interval.Low, 1e-6);
            Assertion.Near(interval[1], estimate.Interval.High, 1e-6);
        }
    }

    internal static void Same(JsonElement expected, Estimate actual)
    {
        Assertion.Near(expected.GetProperty("estimate").GetDouble(), actual.Value, 1e-8);
        Relative(expected.GetProperty("se").GetDouble(), actual.StandardError, 1e-6);
        Assertion.Near(expected.GetProperty("p").GetDouble(), actual.PValue, 1e-6);
    }

    private static void SameErrors(JsonElement expected, RegressionInference actual)
    {
        var errors = expected.TryGetProperty("se", out var inner) ? inner : expected;
        Assert.All(errors.EnumerateObject(), error => Relative(error.Value.GetDouble(), actual[error.Name].StandardError, 1e-6));
    }

    private static void Relative(double expected, double actual, double tolerance) => Assertion.Near(expected, actual, tolerance * Math.Abs(expected));
}
