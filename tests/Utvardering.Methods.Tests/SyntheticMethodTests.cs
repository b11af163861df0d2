using System.Globalization;
using Utvardering.Methods.Answers;
using Utvardering.Methods.Tables;
using Utvardering.Testing;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Tests;

/// <summary>Modes and checks of synthetic controls, by name.</summary>
public sealed class SyntheticMethodTests
{
    // Levels before: a and b 0, c 10, d 20. a's control is b, what is left of 0 without b is c; half b and half d stand for c; c for d.
    private const string Levels = "k,t,y,d\na,1,0,0\na,2,0,0\na,3,3,1\nb,1,0,0\nb,2,0,0\nb,3,1,0\nc,1,10,0\nc,2,10,0\nc,3,10,0\nd,1,20,0\nd,2,20,0\nd,3,22,0\n";

    private static readonly TidyColumns Columns = new() { Unit = "k", Time = "t", Outcome = "y", Treated = "d" };

    private static readonly TidyColumns Smoking = new() { Unit = "state", Time = "year", Outcome = "packs_per_capita", Treated = "treated" };

    [Fact]
    public void Pooled_effects_are_judged_by_averages_of_placebos_and_by_ranks()
    {
        // Effect 3 − 1 = 2; placebos b 1 − 10 = −9, c 10 − (1 + 22) / 2 = −1.5, d 22 − 10 = 12: (1 + 2) / (3 + 1), and the third of four from below.
        var (answer, _) = MethodRun.Of("synthetic-control", Levels, Columns, 1, "pooled=yes");
        var pooled = answer.Estimates.Single(one => one.Name == "pooled").Estimate;
        Assert.Equal(2, pooled.Value, 9);
        Assert.Equal(0.75, pooled.PValue, 12);
        Assert.Equal((3.0, 4), (answer.Cell("pooledUnits", "rank"), answer.Cell("pooledUnits", "ranked")));
        Assert.Equal(0.6, answer.Number("pooledUnits", "percentile"), 12);
        Assert.Equal(3, answer.Cell("pooledTest", "placeboAverages"));
        Assert.Equal([-2, -1, 0], answer.Column("pooledGaps", "eventTime"));
    }

    [Fact]
    public void Without_its_donor_the_effect_is_held_against_the_next()
    {
        // Without b: c, 3 − 10.
        var (answer, _) = MethodRun.Of("synthetic-control", Levels, Columns, 1, "leave-one-out=yes");
        Assert.Equal("b", answer.Cell("withoutDonor", "donor"));
        Assert.Equal(-7, answer.Number("withoutDonor", "effect"), 9);
        Assert.Equal(10, answer.Number("withoutDonor", "preRmspe"), 9);
    }

    [Fact]
    public void A_placebo_in_time_follows_earlier_periods_alone()
    {
        // Begun in 2 only period 1 is followed, and period 3 not looked at.
        var (answer, _) = MethodRun.Of("synthetic-control", Levels.Replace("a,2,0,0", "a,2,5,0", StringComparison.Ordinal), Columns, 1, "placebo-start=2", "inference=none");
        Assert.Equal(["1", "2"], answer.Column("placeboInTime", "period"));
        Assert.Equal([0, 5], answer.Column("placeboInTime", "gap").Select(gap => Math.Round((double)gap!, 9)));
        Assert.Equal([false, true], answer.Column("placeboInTime", "placebo"));
    }

    [Fact]
    public void Donors_may_be_named()
    {
        var (answer, _) = MethodRun.Of("synthetic-control", Levels, Columns, 1, "donors=c,d", "inference=none");
        Assert.Equal(3 - 10, answer.Estimates[0].Estimate.Value, 9);
        Assert.Contains("Unit \"a\" is treated from 3", Assert.ThrowsAny<Exception>(() => MethodRun.Of("synthetic-control", Levels, Columns, 1, "donors=a,c")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_are_told_as_rates_of_the_scale()
    {
        var rows = Levels.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row + ",50");
        var (answer, _) = MethodRun.Of("synthetic-control", MethodOracle.Csv("k,t,y,d,e", rows), Columns with { Exposure = "e" }, 1, "scale=1000", "inference=none");
        Assert.Equal(2 / 50.0 * 1000, answer.Estimates[0].Estimate.Value, 9);
        Assert.Equal(2 / 50.0 * 1000, MethodRun.Of("synthetic-did", MethodOracle.Csv("k,t,y,d,e", rows), Columns with { Exposure = "e" }, 1, "scale=1000", "inference=none", "weighting=synthetic-control").Answer.Estimates[0].Estimate.Value, 3);
    }

    [SharedDataTheory]
    [InlineData("placebo_donors_exclude_california", "no")]
    [InlineData("placebo_donors_include_california", "yes")]
    public void Placebos_in_space_have_the_exact_ratios_and_ranks(string of, string pools)
    {
        var expected = MethodOracle.Expected("01b_prop99_scm_placebo").GetProperty(of);
        var (answer, _) = MethodRun.Of("synthetic-control", MethodOracle.Data("01b_prop99_scm_placebo"), Smoking, 1, $"treated-in-pools={pools}");
        MethodOracle.Near(1, answer.Number("fits", "ratio") / expected.Number("california", "ratio"), 1e-6);
        Assert.Equal(expected.Number("california", "rank"), answer.Number("fits", "rank"));
        MethodOracle.Near(expected.Number("california", "p_value"), answer.Number("fits", "pRatio"), 1e-12);
        MethodOracle.Near(expected.Number("california", "p_value_abs_att"), answer.Number("fits", "pEffect"), 1e-12);
        foreach (var (row, unit) in answer.Column("placebos", "placebo").Index())
        {
            MethodOracle.Near(1, answer.Number("placebos", "ratio", row) / expected.Number("units", (string)unit!, "ratio"), 1e-6);
        }
    }

    [SharedDataTheory]
    [InlineData("equal")]
    [InlineData("lag_heavy")]
    public void Predictors_of_given_importance_have_the_exact_weights(string of)
    {
        // The oracle's order: lnincome, age15to24, retprice over 1980–1988, beer 1984–1988, cigsale 1988, 1980, 1975.
        var expected = MethodOracle.Expected("01c_prop99_synth_predictors");
        var importance = string.Join(',', expected.GetProperty("fixed_V").GetProperty(of).GetProperty("V").EnumerateObject().Select(one => one.Value.GetRawText()));
        var (answer, _) = Predicted($"importance={importance}", "inference=none");
        var weights = answer.Column("weights", "donor").Zip(answer.Column("weights", "weight")).ToDictionary(pair => (string)pair.First!, pair => (double)pair.Second!);
        foreach (var donor in expected.GetProperty("fixed_V").GetProperty(of).GetProperty("W_exact").EnumerateObject())
        {
            MethodOracle.Near(donor.Value.GetDouble(), weights[donor.Name], 1e-6);
        }

        MethodOracle.Near(expected.GetProperty("fixed_V").Number(of, "att_1989_2000"), answer.Estimates[0].Estimate.Value, 1e-5);
        var names = expected.GetProperty("predictors").GetProperty("names").EnumerateArray().Select(one => one.GetString()!).ToArray();
        Assert.All(names.Index(), name => MethodOracle.Near(expected.GetProperty("predictors").Number("X1", name.Item), answer.Number("predictors", "treated", name.Index), 1e-9));
    }

    [SharedDataFact]
    public void Importance_searched_for_follows_the_outcome_no_worse_than_the_package()
    {
        // The search has several hills: the oracle's notes say to compare the fit, not the weights.
        var package = MethodOracle.Expected("01c_prop99_synth_predictors").GetProperty("synth").Number("default_NelderMead_BFGS", "loss_V_pre_mspe");
        var (answer, _) = Predicted("inference=none");
        Assert.InRange(Math.Pow(answer.Number("fits", "preRmspe"), 2), 0, package);
        Assert.Equal(1, answer.Column("predictors", "importance").Sum(value => (double)value!), 9);
    }

    [SharedDataTheory]
    [InlineData("synthetic-control", "scm")]
    [InlineData("augmented-synthetic-control", "ridge_ascm")]
    public void The_jackknife_plus_is_the_package_s(string method, string of)
    {
        var expected = MethodOracle.Expected("12_augsynth_kansas").GetProperty(of).GetProperty("jackknife_plus");
        var (answer, _) = MethodRun.Of(method, Kansas(), new() { Unit = "fips", Time = "t", Outcome = "y", Treated = "d" }, 1, "inference=jackknife-plus");
        var (times, low, high) = (expected.Numbers("Time"), expected.Numbers("lower_bound"), expected.Numbers("upper_bound"));
        var periods = answer.Column("periods", "period");
        Assert.Equal(16, periods.Count);
        Assert.All(periods.Index(), period =>
        {
            var at = Array.IndexOf(times, 1990 + ((int.Parse((string)period.Item!, CultureInfo.InvariantCulture) - 1) / 4.0));
            MethodOracle.Near(low[at], answer.Number("periods", "low", period.Index), 1e-6);
            MethodOracle.Near(high[at], answer.Number("periods", "high", period.Index), 1e-6);
        });
    }

    [SharedDataFact]
    public void Covariates_are_balanced_beside_the_outcome_as_the_package_does()
    {
        var expected = MethodOracle.Expected("12_augsynth_kansas").GetProperty("ridge_ascm_covariates");
        var (answer, _) = MethodRun.Of(
            "augmented-synthetic-control", Kansas(), new() { Unit = "fips", Time = "t", Outcome = "y", Treated = "d" }, 1,
            "covariate-means=y,state,local,wage,estabs,empl", "inference=none");
        MethodOracle.Near(1, answer.Number("fits", "lambda") / expected.Number("lambda"), 1e-6);
        MethodOracle.Near(expected.Number("average_post"), answer.Estimates[0].Estimate.Value, 1e-7);
    }

    [Fact]
    public void Conformal_p_values_are_ranks_of_residuals()
    {
        // One donor has weight 1 whatever the effect: residuals are the gaps 1, −2, 0.5, then 4. One period: no earlier gap is as large, 1 of 4.
        var csv = "k,t,y,d\na,1,1,0\na,2,-2,0\na,3,0.5,0\na,4,4,1\nb,1,0,0\nb,2,0,0\nb,3,0,0\nb,4,0,0\n";
        var (answer, json) = MethodRun.Of("synthetic-control", csv, Columns, 1, "inference=conformal", "confidence=0.7");
        Assert.Equal(0.25, answer.Estimates[0].Estimate.PValue, 12);
        Assert.Equal(0.25, answer.Number("periods", "pValue"), 12);

        // p(θ) > 0.3 while at least one earlier gap is as large as |4 − θ|: up to 2.
        MethodOracle.Near(2, answer.Number("periods", "low"), 1e-6);
        MethodOracle.Near(6, answer.Number("periods", "high"), 1e-6);
        Assert.Equal(1UL, json.GetProperty("seed").GetUInt64());
    }

    [Theory]
    [InlineData("moving-block", "1", 3 / 6.0)]
    [InlineData("moving-block", "2", 2 / 6.0)]
    [InlineData("all", "1", 4 / 15.0)]
    [InlineData("all", "2", 3 / 15.0)]
    public void Orders_and_norm_are_those_asked_for(string permutations, string norm, double p)
    {
        // Gaps 3, 3, 0, 0, then 2 and 4: 6, squared 20. Neighbours, end joined to beginning: 6, 3, 0, 2, 6, 7; squared 18, 9, 0, 4, 20, 25.
        // All fifteen pairs: as large are 3 + 3 (not squared), 3 + 4 twice, and 2 + 4.
        var csv = MethodOracle.Csv("k,t,y,d", new[] { 3, 3, 0, 0, 2, 4 }.SelectMany((gap, i) => new[] { $"a,{i + 1},{gap},{(i > 3 ? 1 : 0)}", $"b,{i + 1},0,0" }));
        var (answer, _) = MethodRun.Of("synthetic-control", csv, Columns, 1, "inference=conformal", $"permutations={permutations}", $"norm={norm}");
        Assert.Equal(p, answer.Estimates[0].Estimate.PValue, 12);
    }

    [Fact]
    public void Predictors_and_de_meaning_exclude_each_other()
        => Assert.Contains("can't be had together", Assert.Throws<InputException>(() => MethodRun.Of("synthetic-control", Levels, Columns, 1, "predictors=y:1", "demeaned=yes")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_predictor_that_a_unit_lacks_is_told()
    {
        var rows = Levels.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row + (row[0] == 'c' ? "," : ",1"));
        Assert.Contains("no unit \"c\"", Assert.ThrowsAny<Exception>(() => MethodRun.Of("synthetic-control", MethodOracle.Csv("k,t,y,d,x", rows), Columns, 1, "predictors=x")).Message, StringComparison.Ordinal);
    }

    private static (MethodAnswer Answer, System.Text.Json.JsonElement Json) Predicted(params string[] options)
    {
        var csv = MethodOracle.Csv("state,year,cigsale,lnincome,beer,age15to24,retprice,d", MethodOracle.Rows("01c_prop99_synth_predictors").Select(row =>
            $"{row["state"]},{row["year"]},{row["cigsale"]},{row["lnincome"]},{row["beer"]},{row["age15to24"]},{row["retprice"]},{(row["state"] == "California" && int.Parse(row["year"], CultureInfo.InvariantCulture) > 1988 ? 1 : 0)}"));
        return MethodRun.Of("synthetic-control", csv, new() { Unit = "state", Time = "year", Outcome = "cigsale", Treated = "d" }, 1, [
            "predictors=lnincome:1980..1988,age15to24:1980..1988,retprice:1980..1988,beer:1984..1988,cigsale:1988,cigsale:1980,cigsale:1975", .. options]);
    }

    // Quarters numbered from 1; the vignette's covariates in logs.
    private static string Kansas()
    {
        static string Log(string text) => text.Length == 0 ? "" : MethodOracle.Text(Math.Log(double.Parse(text, CultureInfo.InvariantCulture)));
        return MethodOracle.Csv("fips,t,y,d,state,local,wage,estabs,empl", MethodOracle.Rows("12_augsynth_kansas").Select(row =>
        {
            var quarter = ((int.Parse(row["year"], CultureInfo.InvariantCulture) - 1990) * 4) + int.Parse(row["qtr"], CultureInfo.InvariantCulture);
            return $"{row["fips"]},{quarter},{row["lngdpcapita"]},{(row["fips"] == "20" && quarter >= 90 ? 1 : 0)},{Log(row["revstatecapita"])},{Log(row["revlocalcapita"])},{Log(row["avgwklywagecapita"])},{row["estabscapita"]},{row["emplvlcapita"]}";
        }));
    }
}
