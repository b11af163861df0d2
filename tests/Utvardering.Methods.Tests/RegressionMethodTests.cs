using Utvardering.Methods.Answers;
using Utvardering.Methods.Tables;
using Utvardering.Testing;

namespace Utvardering.Methods.Tests;

/// <summary>Every choice of standard errors by name, against fixest and by hand.</summary>
public sealed class RegressionMethodTests
{
    private const string Four = "k,t,y,d\na,1,0,0\na,2,4,1\nb,1,1,0\nb,2,7,1\nc,1,5,0\nc,2,6,0\nd,1,2,0\nd,2,5,0\n";

    private static readonly TidyColumns Columns = new() { Unit = "id", Time = "period", Outcome = "y", Treated = "D", Covariates = ["x1"] };

    [SharedDataTheory]
    [InlineData("cluster", "errors=cluster")]
    [InlineData("cluster_no_adjust_CR0", "errors=cr0")]
    [InlineData("cluster_no_adjust_CR0", "k-adj=no g-adj=no")]
    [InlineData("cluster_fixefK_full", "k-fixef=full")]
    [InlineData("cluster_fixefK_none", "k-fixef=none")]
    [InlineData("hetero", "errors=robust")]
    [InlineData("iid", "errors=classical")]
    [InlineData("twoway_cluster_id_period", "errors=cluster-and-period")]
    [InlineData("driscoll_kraay_default_lag", "errors=driscoll-kraay")]
    [InlineData("driscoll_kraay_default_lag", "errors=driscoll-kraay lag=1")]
    public void Standard_errors_equal_fixest_s(string of, string options)
    {
        // T = 10 periods: ⌊10^¼⌋ = 1 lag.
        var expected = MethodOracle.Expected("03_twfe_fixest").GetProperty("base_did_twfe").GetProperty(of);
        var error = expected.TryGetProperty("se", out var errors) ? errors.Number("treat:post") : expected.Number("coef", "treat:post", "se");
        var estimate = MethodRun.Of("twfe", Interacted(), Columns, 1, options.Split(' ')).Answer.Estimates[0].Estimate;
        MethodOracle.Near(4.850645143234039, estimate.Value, 1e-8);
        MethodOracle.Near(1, estimate.StandardError / error, 1e-6);
    }

    [SharedDataTheory]
    [InlineData("t-df=clusters", 107)]
    [InlineData("t-df=residual", 961 + 107)]
    [InlineData("t-df=normal", double.PositiveInfinity)]
    public void Reference_distributions_are_fixest_s(string option, double degrees)
    {
        // n − K: K = 119 with all effects; the 107 of units are nested in the clusters and not counted, as in fixest's default K.
        Assert.Equal(degrees, MethodRun.Of("twfe", Interacted(), Columns, 1, option).Answer.Estimates[0].Estimate.DegreesOfFreedom);
    }

    [SharedDataFact]
    public void Coefficients_are_tested_together()
    {
        // With one coefficient F is t² = 21.146819137089036², with as many degrees of freedom.
        var (answer, _) = MethodRun.Of("twfe", Interacted(), Columns, 1, "wald=x1");
        MethodOracle.Near(1, answer.Number("wald", "f") / Math.Pow(21.146819137089036, 2), 2e-6);
        Assert.Equal((1, 107.0), (answer.Cell("wald", "df1"), answer.Cell("wald", "df2")));
        Assert.Equal(2, MethodRun.Of("twfe", Interacted(), Columns, 1, "wald=x1,treated").Answer.Cell("wald", "df1"));

        // The covariance of both is the oracle's: b′V⁻¹b / 2.
        var v = MethodOracle.Expected("03_twfe_fixest").GetProperty("base_did_twfe").GetProperty("cluster_vcov").EnumerateArray().Select(row => row.Numbers()).ToArray();
        var (x, d) = (0.9721657765785149, 4.850645143234039);
        var quadratic = ((x * x * v[1][1]) - (2 * x * d * v[0][1]) + (d * d * v[0][0])) / ((v[0][0] * v[1][1]) - (v[0][1] * v[0][1]));
        MethodOracle.Near(1, MethodRun.Of("twfe", Interacted(), Columns, 1, "wald=x1,treated").Answer.Number("wald", "f") / (quadratic / 2), 1e-6);
    }

    [Theory]
    [InlineData("hc0", 0.5)]
    [InlineData("robust", 2.0)]
    [InlineData("hc2", 2.0)]
    [InlineData("hc3", 8.0)]
    [InlineData("classical", 2.0)]
    public void Robust_errors_are_those_worked_by_hand(string errors, double variance)
    {
        // Two periods: e = ±1/2 in each of eight rows, D̃ = ±1/4 so that Σ D̃² = 1/2, leverage 1/2 + 1/2 · 1/2 = 3/4, K = 6.
        // HC0: Σ D̃²e² / (Σ D̃²)² = 8 · (1/16)(1/4) / (1/4) = 1/2; HC1 times 8 / 2; HC2 each e² over 1/4; HC3 over 1/16 … times 16. Classical: Σe² / 2 = 1 over 1/2.
        var estimate = MethodRun.Of("twfe", Four, new() { Unit = "k", Time = "t", Outcome = "y", Treated = "d" }, 1, $"errors={errors}").Answer.Estimates[0].Estimate;
        Assert.Equal(3, estimate.Value, 10);
        Assert.Equal(variance, estimate.StandardError * estimate.StandardError, 10);
    }

    [SharedDataTheory]
    [InlineData("classical", "iid")]
    [InlineData("robust", "hetero")]
    [InlineData("cluster", "cluster_state")]
    [InlineData("cr0", "cluster_no_adjust_CR0")]
    public void Counts_with_exposure_equal_fixest_s(string errors, string of)
    {
        var expected = MethodOracle.Expected("03c_fepois_castle").GetProperty("fepois_twfe").GetProperty(of).GetProperty("post");
        var estimate = Castle(errors).Estimates[0].Estimate;
        MethodOracle.Near(0.059666690373324, estimate.Value, 1e-7);
        MethodOracle.Near(expected.ValueKind == System.Text.Json.JsonValueKind.Object ? expected.Number("se") : expected.GetDouble(), estimate.StandardError, 1e-6);
    }

    [SharedDataFact]
    public void Quasi_Poisson_errors_equal_R_s()
    {
        var expected = MethodOracle.Expected("03c_fepois_castle").GetProperty("quasipoisson");
        var answer = Castle("quasi-poisson");
        MethodOracle.Near(expected.Number("se_post"), answer.Estimates[0].Estimate.StandardError, 1e-6);

        // R's glm takes Pearson's statistic with the weights of the step before its last, 3e−6 off the exact value.
        MethodOracle.Near(expected.Number("dispersion"), answer.Number("dispersion", "dispersion"), 1e-5);
    }

    [SharedDataFact]
    public void Pre_trends_are_tested_together_as_fixest_does()
    {
        var expected = MethodOracle.Expected("03_twfe_fixest").GetProperty("base_did_event_study").GetProperty("pretrend_wald_cluster");
        var (answer, _) = MethodRun.Of("event-study", Interacted(), Columns);
        MethodOracle.Near(expected.Number("F"), answer.Number("preTrend", "f"), 1e-6);
        MethodOracle.Near(expected.Number("p"), answer.Number("preTrend", "pValue"), 1e-6);
    }

    [Fact]
    public void Each_time_of_an_event_study_is_tested_over_all_choices_and_the_earlier_ones_together()
    {
        // Changes since period 2 (the reference): at 1 a −1, b −3, c 1, d −1 (difference −2 − 0 = −2), at 3 a 4, b 6, c 1, d 3 (3). Over the six choices the first has
        // sums −4, 0, −2, −2, −4, 0 of −4 in all: differences −2, 2, 0, 0, −2, 2: four as large.
        var csv = "k,t,y,d\na,1,0,0\na,2,1,0\na,3,5,1\nb,1,0,0\nb,2,3,0\nb,3,9,1\nc,1,2,0\nc,2,1,0\nc,3,2,0\nd,1,0,0\nd,2,1,0\nd,3,4,0\n";
        var (answer, _) = MethodRun.Of("event-study", csv, new() { Unit = "k", Time = "t", Outcome = "y", Treated = "d" }, 1, "randomisation=yes", "errors=classical");
        Assert.Equal([-2, 0, 3], answer.Column("randomisation", "estimate").Select(value => Math.Round((double)value!, 12)));
        Assert.Equal([4 / 6.0, 2 / 6.0], answer.Column("randomisation", "pValue").OfType<double>());

        // Of two times before the start there is one drift, the change between them.
        Assert.Equal(4 / 6.0, answer.Number("randomisationPreTrend", "pValue"), 12);
        Assert.Equal(2, answer.Number("randomisationPreTrend", "times"));
        Assert.Equal((2 / 6.0, true), (answer.Number("randomisationPreTrend", "minimumP"), (bool)answer.Cell("randomisationPreTrend", "exhaustive")!));
    }

    [Theory]
    [InlineData("cr2")]
    [InlineData("hc9")]
    public void Errors_that_a_count_regression_has_not_are_told(string errors)
        => Assert.Contains("Option errors is one of cluster, cr0,", Assert.Throws<Warehouse.InputException>(() => MethodRun.Of("poisson-did", Four, new() { Unit = "k", Time = "t", Outcome = "y", Treated = "d" }, 1, $"errors={errors}")).Message, StringComparison.Ordinal);

    private static MethodAnswer Castle(string errors) => MethodRun.Of(
        "poisson-did", MethodOracle.Data("03c_fepois_castle"), new() { Unit = "state", Time = "year", Outcome = "homicide_c", Treated = "post", Exposure = "population" }, 1, $"errors={errors}").Answer;

    private static string Interacted() => MethodOracle.Csv("id,period,y,x1,D", MethodOracle.Rows("03_twfe_fixest").Select(row =>
        $"{row["id"]},{row["period"]},{row["y"]},{row["x1"]},{(row["treat"] == "1" && row["post"] == "1" ? 1 : 0)}"));
}
