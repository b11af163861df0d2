using Utvardering.Methods.Tables;
using Utvardering.Testing;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Tests;

/// <summary>Bounds on trends, the pre-test and its power, and power, by name.</summary>
public sealed class SensitivityMethodTests
{
    private static readonly TidyColumns States = new() { Unit = "stfips", Time = "year", Outcome = "dins", Cohort = "g" };

    [SharedDataFact]
    public void Medicaid_s_event_study_has_the_package_s_bounds()
    {
        // As in the package's README: years to 2015, without the cohort of 2015, expansion in 2014. Its grid ends at most one step inside; see the oracle's test.
        var study = MethodOracle.Expected("06_honestdid").GetProperty("medicaid_nonstaggered");
        var (answer, _) = MethodRun.Of("honest-did", Medicaid(), States, 1, "bounds=0,0.5,1,1.5,2", "effect=0");
        MethodOracle.Near(study.GetProperty("betahat").Number("year::2014:D"), answer.Estimates[0].Estimate.Value, 1e-8);
        var (low, high) = (study.Numbers("results", "RM_CLF_first_post", "lb"), study.Numbers("results", "RM_CLF_first_post", "ub"));
        var step = 40 * answer.Estimates[0].Estimate.StandardError / 999;
        Assert.All(Enumerable.Range(0, low.Length), i =>
        {
            Assert.InRange(answer.Number("bounds", "low", i), low[i] - step - 2e-4, low[i] + 2e-4);
            Assert.InRange(answer.Number("bounds", "high", i), high[i] - 2e-4, high[i] + step + 2e-4);
        });
    }

    [SharedDataFact]
    public void Coefficients_estimated_elsewhere_have_the_exact_fixed_length_intervals()
    {
        var study = MethodOracle.Expected("06_honestdid").GetProperty("medicaid_nonstaggered");
        var csv = Coefficients([-6, -5, -4, -3, -2, 0, 1], [.. study.GetProperty("betahat").EnumerateObject().Select(one => one.Value.GetRawText())], study.GetProperty("sigma"));
        var (answer, _) = MethodRun.Of("honest-did", csv, Elsewhere(7), 1, "study=coefficients", "restriction=smoothness", "bounds=0,0.01,0.02", "effect=0");
        var exact = System.Text.Json.JsonDocument.Parse(File.ReadAllText(MethodOracle.Data("06_honestdid", "expected_exact_flci.json"))).RootElement;
        var (low, high) = (exact.Numbers("first_post", "lb"), exact.Numbers("first_post", "ub"));
        Assert.All(Enumerable.Range(0, 3), i =>
        {
            MethodOracle.Near(low[i], answer.Number("bounds", "low", i), 2e-5);
            MethodOracle.Near(high[i], answer.Number("bounds", "high", i), 2e-5);
        });
    }

    [SharedDataFact]
    public void The_pre_test_s_power_is_that_of_pretrends()
    {
        var study = MethodOracle.Expected("11_power_pretrend").GetProperty("he_wang");
        var csv = Coefficients([.. study.Numbers("tVec").Select(time => (int)time)], [.. study.GetProperty("beta").EnumerateArray().Select(one => one.GetRawText())], study.GetProperty("sigma"));
        var (answer, _) = MethodRun.Of("honest-did", csv, Elsewhere(7), 1, "study=coefficients", "bounds=1");
        MethodOracle.Near(study.Number("slope_power_50"), answer.Number("breakdown", "slope50"), 1e-4);
        MethodOracle.Near(study.Number("slope_power_80"), answer.Number("breakdown", "slope80"), 1e-4);
        MethodOracle.Near(0.5, answer.Number("preTest", "power"), 1e-9);

        // The package's integral is randomised: 1.4e-4 off.
        var expected = study.GetProperty("quadratic");
        var (curved, _) = MethodRun.Of("honest-did", csv, Elsewhere(7), 1, "study=coefficients", "bounds=1", "trend=0.024", "shape=quadratic");
        MethodOracle.Near(expected.Numbers("power", "Power")[0], curved.Number("preTest", "power"), 2e-4);
        MethodOracle.Near(expected.Numbers("power", "Bayes.Factor")[0], curved.Number("preTest", "bayesFactor"), 3e-4);
        MethodOracle.Near(expected.Numbers("power", "Likelihood.Ratio")[0], curved.Number("preTest", "likelihoodRatio"), 1e-4);
        var (times, after) = (expected.Numbers("eventplot", "t"), expected.Numbers("eventplot", "meanAfterPretesting"));
        Assert.All(curved.Column("preTestTimes", "eventTime").Index(), time =>
            MethodOracle.Near(after[Array.IndexOf(times, Convert.ToDouble(time.Item, null))], curved.Number("preTestTimes", "meanAfterPassing", time.Index), 1e-4));
    }

    [Fact]
    public void A_joint_test_of_independent_coefficients_is_the_sum_of_their_squares()
    {
        // (1/1)² + (2/2)² = 2, with two degrees of freedom p = e^(−1).
        var csv = "t,b,v1,v2,v3\n-3,1,1,0,0\n-2,2,0,4,0\n0,5,0,0,1\n";
        var (answer, _) = MethodRun.Of("honest-did", csv, Elsewhere(3) with { Outcome = "b" }, 1, "study=coefficients", "bounds=1", "trend=1");
        Assert.Equal(2, answer.Number("preTest", "jointChiSquared"), 10);
        Assert.Equal(Math.Exp(-1), answer.Number("preTest", "jointP"), 10);
    }

    [Fact]
    public void A_covariance_that_does_not_fit_the_coefficients_is_told()
    {
        var csv = "t,b,v1,v2\n-2,1,1,0\n0,5,0,1\n";
        Assert.Contains("--covariates names 1 columns for 2 coefficients", Assert.Throws<InputException>(() =>
            MethodRun.Of("honest-did", csv, new() { Time = "t", Outcome = "b", Covariates = ["v1"] }, 1, "study=coefficients")).Message, StringComparison.Ordinal);
        Assert.Contains("needs --unit", Assert.Throws<InputException>(() => MethodRun.Of("honest-did", csv, new() { Time = "t", Outcome = "b" })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("twfe")]
    [InlineData("twfe-cr2")]
    [InlineData("twfe-driscoll-kraay")]
    [InlineData("randomisation")]
    [InlineData("ibragimov-muller")]
    [InlineData("donald-lang")]
    [InlineData("wild-bootstrap")]
    [InlineData("group-time")]
    [InlineData("sun-abraham")]
    [InlineData("imputation")]
    [InlineData("synthetic-control")]
    [InlineData("synthetic-did")]
    [InlineData("synthetic-did-draws")]
    [InlineData("augmented-synthetic-control")]
    public void Every_design_finds_a_large_effect_and_seldom_a_small_one(string design)
    {
        var (answer, _) = MethodRun.Of("power", Noise(1), new() { Unit = "k", Time = "t", Outcome = "y" }, 3, $"design={design}", "treated=5", "before=4", "after=4", "draws=20", "confidence=0.9");

        // Independent errors of variance 1: the difference of mean changes has standard error √(1/2 (1/5 + 1/15)) = 0.365; (t₀.₉₅ + t₀.₈) of it, t with 18, is 0.95.
        // Designs that use less than all of it need more, none fewer than half.
        var detectable = answer.Number("power", "detectable");
        Assert.InRange(detectable, 0.5, design is "synthetic-control" or "ibragimov-muller" ? 4 : 2);
        var powers = answer.Column("curve", "power").Select(value => (double)value!).ToList();
        Assert.Equal(powers.Order(), powers);
    }

    [Fact]
    public void A_fall_is_found_in_data_as_a_rise_is_in_their_mirror_image()
    {
        TidyColumns columns = new() { Unit = "k", Time = "t", Outcome = "y" };
        string[] options = ["design=twfe", "treated=5", "before=4", "after=4", "draws=20"];
        Assert.Equal(
            MethodRun.Of("power", Noise(1), columns, 3, options).Answer.Number("power", "detectable"),
            MethodRun.Of("power", Noise(-1), columns, 3, [.. options, "direction=lowers"]).Answer.Number("power", "detectable"), 9);
    }

    [Fact]
    public void Donald_and_Lang_s_test_raises_no_more_false_alarms_than_it_promises()
    {
        // Exact for independent normal errors: 5 % of 400 draws, ± 3.3 standard errors of 1.1 %.
        var (answer, _) = MethodRun.Of("power", Noise(1), new() { Unit = "k", Time = "t", Outcome = "y" }, 5, "design=donald-lang", "treated=5", "before=4", "after=4", "draws=400");
        Assert.InRange(answer.Number("power", "falseAlarms"), 0.014, 0.086);
    }

    private static string Medicaid() => MethodOracle.Csv("stfips,year,dins,g", MethodOracle.Rows("06_honestdid")
        .Where(row => int.Parse(row["year"], null) < 2016 && row["yexp2"] != "2015")
        .Select(row => $"{row["stfips"]},{row["year"]},{row["dins"]},{(row["yexp2"] == "2014" ? "2014" : "")}"));

    private static string Coefficients(int[] times, string[] values, System.Text.Json.JsonElement covariance) => MethodOracle.Csv(
        "t,y," + string.Join(',', times.Select((_, i) => $"v{i + 1}")),
        covariance.EnumerateArray().Select((row, i) => $"{times[i]},{values[i]},{string.Join(',', row.EnumerateArray().Select(one => one.GetRawText()))}"));

    private static TidyColumns Elsewhere(int coefficients) => new() { Time = "t", Outcome = "y", Covariates = [.. Enumerable.Range(1, coefficients).Select(i => $"v{i}")] };

    // 20 units × 12 periods of independent standard normal errors (Box and Muller's, from a fixed congruential sequence).
    private static string Noise(int sign)
    {
        var state = 12345UL;
        double Uniform()
        {
            state = (state * 6364136223846793005UL) + 1442695040888963407UL;
            return ((state >> 11) + 0.5) / (1UL << 53);
        }

        return MethodOracle.Csv("k,t,y", Enumerable.Range(0, 240).Select(i =>
            $"u{i / 12:00},{i % 12},{MethodOracle.Text(sign * Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform()))}"));
    }
}
