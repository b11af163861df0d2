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
    [InlineData("event-study")]
    [InlineData("event-study-cr2")]
    [InlineData("randomisation-studentised")]
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

    [Theory]
    [InlineData("its", 4)]
    [InlineData("its-ar1", 4)]
    [InlineData("its-controlled", 4)]
    [InlineData("its-controlled-ar1", 4)]
    [InlineData("synthetic-control-unit", 20)]
    public void Designs_that_use_less_of_the_data_find_only_larger_effects(string design, double largest)
    {
        // A single unit's six periods before the start are followed almost without error by nineteen donors, so that chance alone makes large ratios.
        var treated = design == "synthetic-control-unit" ? 1 : 5;
        var (answer, _) = MethodRun.Of("power", Noise(1), new() { Unit = "k", Time = "t", Outcome = "y" }, 3, $"design={design}", $"treated={treated}", "before=6", "after=4", "draws=20", "confidence=0.9");
        Assert.InRange(answer.Number("power", "detectable"), 0.5, largest);
        var powers = answer.Column("curve", "power").Select(value => (double)value!).ToList();
        Assert.Equal(powers.Order(), powers);
    }

    [Fact]
    public void A_single_unit_among_too_few_donors_is_never_found()
    {
        // Twenty units: the smallest p-value is 1/20, above one per cent.
        var (answer, _) = MethodRun.Of("power", Noise(1), new() { Unit = "k", Time = "t", Outcome = "y" }, 3, "design=synthetic-control-unit", "treated=1", "before=6", "after=4", "draws=20", "confidence=0.99");
        Assert.Equal(double.PositiveInfinity, answer.Number("power", "detectable"));
        Assert.Equal(0.0, answer.Number("power", "falseAlarms"));
    }

    [Fact]
    public void Power_of_a_triple_difference_is_that_of_the_gap_between_groups()
    {
        // The other group's outcomes are zero: the gap is the affected group's outcome.
        TidyColumns columns = new() { Unit = "k", Time = "t", Outcome = "y" };
        string[] options = ["design=twfe", "treated=5", "before=4", "after=4", "draws=20"];
        var rows = Noise(1).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToArray();
        var two = MethodOracle.Csv("k,t,y,a", [.. rows.Select(row => row + ",1"), .. rows.Select(row => string.Join(',', row.Split(',')[..2]) + ",0,0")]);
        Assert.Equal(MethodRun.Of("power", Noise(1), columns, 3, options).Answer.Number("power", "detectable"), MethodRun.Of("power", two, columns, 3, [.. options, "affected=a"]).Answer.Number("power", "detectable"), 10);
    }

    [Fact]
    public void Within_one_stratum_it_is_the_test_without_strata_and_within_strata_of_one_unit_there_is_none()
    {
        var csv = MethodOracle.Csv("k,t,y,s,c", Noise(1).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => $"{row},{row.Split(',')[0]},1"));
        TidyColumns columns = new() { Unit = "k", Time = "t", Outcome = "y" };
        string[] options = ["design=randomisation", "treated=5", "before=4", "after=4", "draws=20"];
        Assert.Contains("No stratum holds both", Assert.Throws<ArgumentException>(() => MethodRun.Of("power", csv, columns, 3, [.. options, "strata=s"])).Message, StringComparison.Ordinal);
        Assert.Equal(MethodRun.Of("power", csv, columns, 3, options).Answer.Number("power", "detectable"), MethodRun.Of("power", csv, columns, 3, [.. options, "strata=c"]).Answer.Number("power", "detectable"), 10);
    }

    [Fact]
    public void Covariates_that_explain_the_outcome_make_smaller_effects_found()
    {
        // The covariate is the outcome but for a fifth of independent errors.
        var rows = Noise(1).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToArray();
        var csv = MethodOracle.Csv("k,t,y,x", rows.Select((row, i) => FormattableString.Invariant(
            $"{row},{double.Parse(row.Split(',')[2], System.Globalization.CultureInfo.InvariantCulture) + (0.2 * double.Parse(rows[(i + 31) % rows.Length].Split(',')[2], System.Globalization.CultureInfo.InvariantCulture))}")));
        double Detectable(params string[] covariates) => MethodRun.Of(
            "power", csv, new() { Unit = "k", Time = "t", Outcome = "y", Covariates = covariates }, 3, "design=twfe", "treated=5", "before=4", "after=4", "draws=20").Answer.Number("power", "detectable");
        Assert.True(Detectable("x") < Detectable() / 2);
    }

    [Theory]
    [InlineData("honest-did", "its bounds depend on how large a difference in trends is allowed")]
    [InlineData("bacon", "tests nothing")]
    [InlineData("meta", "estimates made elsewhere")]
    [InlineData("triple-difference", "affected=COLUMN")]
    public void A_method_whose_power_can_t_be_simulated_says_why(string design, string why) =>
        Assert.Contains(why, Assert.Throws<InputException>(() => MethodRun.Of("power", Noise(1), new() { Unit = "k", Time = "t", Outcome = "y" }, 3, $"design={design}")).Message, StringComparison.Ordinal);

    [Fact]
    public void Covariates_and_weights_that_a_design_does_not_take_are_refused()
    {
        static string Message(TidyColumns columns, string design) => Assert.Throws<InputException>(() => MethodRun.Of("power", Noise(1), columns, 3, $"design={design}")).Message;
        TidyColumns columns = new() { Unit = "k", Time = "t", Outcome = "y" };
        Assert.Contains("takes no covariates", Message(columns with { Covariates = ["y"] }, "synthetic-did"), StringComparison.Ordinal);
        Assert.Contains("weighs every unit the same", Message(columns with { Weights = "t" }, "donald-lang"), StringComparison.Ordinal);
        Assert.Contains("Option strata has no use with design=twfe", Assert.Throws<InputException>(() => MethodRun.Of("power", Noise(1), columns, 3, "design=twfe", "strata=k")).Message, StringComparison.Ordinal);
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
