using Utvardering.Methods.Answers;
using Utvardering.Methods.Tables;
using Utvardering.Testing;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Tests;

/// <summary>Rates compared, standardised, charted and in funnels, and pooled effects, by name.</summary>
public sealed class RatesMethodTests
{
    private static readonly TidyColumns Columns = new() { Unit = "k", Outcome = "n", Exposure = "e" };

    [Fact]
    public void Difference_of_rates_is_recovered_from_both_intervals()
    {
        // Garwood's limits (Breslow and Day's table) of 10: 4.795 to 18.390, of 5: 1.623 to 11.668, per 1 000: 5 − √(5.205² + 6.668²), 5 + √(8.390² + 3.377²).
        var (answer, _) = MethodRun.Of("rates", "k,n,e\na,10,1000\nb,5,1000\n", Columns, 1, "scale=1000", "reference=b");
        Assert.Equal(5, answer.Number("comparisons", "difference"), 10);
        MethodOracle.Near(5 - Math.Sqrt((5.205 * 5.205) + (6.668 * 6.668)), answer.Number("comparisons", "differenceLow"), 2e-3);
        MethodOracle.Near(5 + Math.Sqrt((8.390 * 8.390) + (3.377 * 3.377)), answer.Number("comparisons", "differenceHigh"), 2e-3);
    }

    [Fact]
    public void Rows_of_a_unit_are_added_up()
    {
        var (answer, _) = MethodRun.Of("rates", "k,n,e\na,4,600\nb,5,1000\na,6,400\n", Columns, 1, "scale=1000");
        Assert.Equal(["a", "b"], answer.Column("rates", "unit"));
        Assert.Equal([10.0, 5.0], answer.Column("rates", "rate").Select(rate => Math.Round((double)rate!, 12)));
    }

    [SharedDataFact]
    public void Direct_standardisation_reproduces_Fay_and_Feuer_s_table()
    {
        var expected = MethodOracle.Expected("10_rates").GetProperty("direct_standardisation_fay_feuer");
        var (answer, _) = MethodRun.Of(
            "rates", MethodOracle.Data("10_rates"), new() { Unit = "birth_order", Outcome = "count", Exposure = "pop" }, 1, "standardise=direct", "stratum=age", "standard=stdpop", "scale=1");
        foreach (var (row, order) in answer.Column("standardised", "unit").Index())
        {
            var of = expected.GetProperty((string)order!);
            MethodOracle.Near(of.Number("crude"), answer.Number("standardised", "crude", row), 1e-9);
            MethodOracle.Near(of.Number("dsr"), answer.Number("standardised", "rate", row), 1e-9);
            MethodOracle.Near(of.Numbers("ci95")[0], answer.Number("standardised", "low", row), 1e-9);
            MethodOracle.Near(of.Numbers("ci95")[1], answer.Number("standardised", "high", row), 1e-9);
        }
    }

    [SharedDataFact]
    public void Health_authorities_intervals_equal_theirs()
    {
        // The European standard population of 2013 in groups of five years.
        double[] standard = [5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000];
        var rows = MethodOracle.Rows("10_rates", "phe_multiarea.csv").Where(row => row["area"] is "testdata_big" or "testdata_small").ToList();
        var csv = MethodOracle.Csv("area,ageband,count,pop,refcount,refpop,standard", rows.Select((row, i) => $"{string.Join(',', row.Values)},{standard[i % 19]}"));
        TidyColumns columns = new() { Unit = "area", Outcome = "count", Exposure = "pop" };
        var (direct, _) = MethodRun.Of("rates", csv, columns, 1, "standardise=direct", "stratum=ageband", "standard=standard");
        var (indirect, _) = MethodRun.Of("rates", csv, columns, 1, "standardise=indirect", "stratum=ageband", "reference-count=refcount", "reference-exposure=refpop");
        var expected = MethodOracle.Expected("10_rates");
        for (var area = 0; area < 2; area++)
        {
            MethodOracle.Near(expected.Numbers("phe_dsr", "value")[area], direct.Number("standardised", "rate", area), 1e-6);
            MethodOracle.Near(expected.Numbers("phe_dsr", "lower95_0cl")[area], direct.Number("standardised", "dobsonLow", area), 1e-6);
            MethodOracle.Near(expected.Numbers("phe_dsr", "upper95_0cl")[area], direct.Number("standardised", "dobsonHigh", area), 1e-6);
            MethodOracle.Near(expected.Numbers("phe_smr", "expected")[area], indirect.Number("ratios", "expected", area), 1e-9);
            MethodOracle.Near(expected.Numbers("phe_smr", "value")[area], indirect.Number("ratios", "ratio", area), 1e-9);
            MethodOracle.Near(expected.Numbers("phe_smr", "lower95_0cl")[area], indirect.Number("ratios", "publishedLow", area), 1e-9);
            MethodOracle.Near(expected.Numbers("phe_smr", "upper95_0cl")[area], indirect.Number("ratios", "publishedHigh", area), 1e-9);
            MethodOracle.Near(expected.Numbers("phe_isr", "value")[area], indirect.Number("ratios", "rate", area), 1e-6);
        }
    }

    [SharedDataTheory]
    [InlineData("p_nhs_accidents", "p")]
    [InlineData("p_prime_nhs_accidents", "p-prime")]
    [InlineData("u_nhs_accidents", "u")]
    [InlineData("u_prime_nhs_accidents", "u-prime")]
    public void Charts_of_accidents_equal_qicharts2(string of, string chart) => Equal(of, MethodRun.Of(
        "rates", MethodOracle.Csv("k,i,r,n", MethodOracle.Rows("10_rates", "nhs_accidents.csv").Select(row => $"NHS,{row["i"]},{row["r"]},{row["n"]}")),
        new() { Unit = "k", Time = "i", Outcome = "r", Exposure = "n" }, 1, $"chart={chart}", "scale=1").Answer);

    [SharedDataTheory]
    [InlineData("u_cdi", "chart=u")]
    [InlineData("u_prime_cdi", "chart=u-prime")]
    [InlineData("u_cdi_freeze24", "chart=u baseline=2014-10-01")]
    [InlineData("c_cdi", "chart=c")]
    [InlineData("i_cdi", "chart=individuals")]
    public void Charts_of_infections_equal_qicharts2(string of, string options)
    {
        var withExposure = of.StartsWith("u_", StringComparison.Ordinal);
        var csv = MethodOracle.Csv("k,month,n,days", MethodOracle.Rows("10_rates", "cdi.csv").Select(row => $"cdi,{row["month"]},{row["n"]},{row["days"]}"));
        TidyColumns columns = new() { Unit = "k", Time = "month", Outcome = "n", Exposure = withExposure ? "days" : null };
        Equal(of, MethodRun.Of("rates", csv, columns, 1, ["scale=10000", .. options.Split(' ')]).Answer);
    }

    [Fact]
    public void Signal_rules_are_those_asked_for()
    {
        // Single measurements 1, 2, 3, 4, 3: four rising are a trend where three are asked for, not where six are.
        var csv = "k,t,y\na,1,1\na,2,2\na,3,3\na,4,4\na,5,3\n";
        TidyColumns columns = new() { Unit = "k", Time = "t", Outcome = "y" };
        Assert.All(MethodRun.Of("rates", csv, columns, 1, "chart=individuals").Answer.Column("chart", "signals"), signals => Assert.DoesNotContain("trend", (string)signals!, StringComparison.Ordinal));
        Assert.Equal([true, true, true, true, false], MethodRun.Of("rates", csv, columns, 1, "chart=individuals", "trend=4").Answer.Column("chart", "signals").Select(signals => ((string)signals!).Contains("trend", StringComparison.Ordinal)));

        // Two above the mean of 2.6 in a row from the third on: a shift of three.
        Assert.Equal([false, false, true, true, true], MethodRun.Of("rates", csv, columns, 1, "chart=individuals", "shift=3").Answer.Column("chart", "signals").Select(signals => ((string)signals!).Contains("shift", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("k,t,n,e\na,1,1,10\na,1,2,10\n", "chart=u", "unit \"a\" has two rows for 1")]
    [InlineData("k,t,n,e\na,1,1,10\na,2,,10\n", "chart=individuals", "row 2, column \"n\" is")]
    [InlineData("k,t,n,e\na,1,1,10\na,2,2,10\n", "standardise=direct", "rates needs the option stratum")]
    [InlineData("k,t,n,e\na,1,1,10\na,2,2,10\n", "stratum=t", "Option stratum has no use with standardise=none: it is for standardise=direct or indirect.")]
    public void What_a_chart_or_standardisation_lacks_is_told(string csv, string option, string message)
        => Assert.Contains(message, Assert.Throws<InputException>(() => MethodRun.Of("rates", csv, Columns with { Time = "t" }, 1, option)).Message, StringComparison.Ordinal);

    [SharedDataTheory]
    [InlineData("SHMI", "transform=log outliers=truncate")]
    [InlineData("CQC", "transform=root outliers=winsorise")]
    public void Over_dispersion_of_ratios_equals_FunnelPlotR_s(string of, string options)
    {
        var expected = MethodOracle.Expected("10_rates").GetProperty("funnel_overdispersion_FunnelPlotR").GetProperty(of);
        var csv = MethodOracle.Csv("k,obs,expected", MethodOracle.Rows("10_rates", "funnel_ratio.csv").Select((row, i) => $"{i},{row["obs"]},{row["expected"]}"));
        var (answer, _) = MethodRun.Of("funnel", csv, new() { Unit = "k", Outcome = "obs", Exposure = "expected" }, 1, ["measure=ratio", "limits=chi-squared", .. options.Split(' ')]);
        Assert.Equal(expected.GetProperty("n_used").GetInt32(), answer.Cell("dispersion", "units"));
        MethodOracle.Near(expected.Number("phi"), answer.Number("dispersion", "phi"), 1e-9);
        MethodOracle.Near(expected.Number("tau2"), answer.Number("dispersion", "tau2"), 1e-9);
        var (z, low) = (expected.Numbers("z_adjusted"), expected.Numbers("limits_poisson", "ll998"));
        Assert.All(Enumerable.Range(0, z.Length), i =>
        {
            MethodOracle.Near(z[i], answer.Number("units", "adjustedZ", i), 1e-9);
            MethodOracle.Near(low[i], answer.Number("units", "low998", i), 1e-9);
        });
    }

    [Fact]
    public void Multiplicative_limits_are_those_of_chance_widened()
    {
        // Expected 100, 100, 100; observed 64, 100, 144 on the root scale: z = (0.8 − 1) · 20 = −4, 0, (1.2 − 1) · 20 = 4; φ = 32 / 3.
        var (answer, _) = MethodRun.Of("funnel", "k,n,e\na,64,100\nb,100,100\nc,144,100\n", Columns, 1, "measure=ratio", "extreme=0");
        var half = 3.090232306167814 * Math.Sqrt(32 / 3.0) / 20;
        Assert.Equal(32 / 3.0, answer.Number("dispersion", "phi"), 10);
        Assert.Equal(Math.Pow(1 + half, 2), answer.Number("units", "multiplicativeHigh998"), 9);
        Assert.Equal(Math.Pow(1 - half, 2), answer.Number("units", "multiplicativeLow998"), 9);
    }

    [Fact]
    public void Effects_are_drawn_towards_the_mean_by_empirical_Bayes()
    {
        // Effects 1 and 3 of variance 1: Q = 2, τ² by DerSimonian and Laird (2 − 1) / (2 − 1) = 1, reliability 1/2: 1.5 and 2.5.
        var (answer, _) = MethodRun.Of("meta", "k,y,v\na,1,1\nb,3,1\n", new() { Unit = "k", Outcome = "y" }, 1, "variance=v", "tau2=dl", "inference=wald");
        Assert.Equal(1, answer.Number("heterogeneity", "tau2"), 12);
        Assert.Equal([1.5, 2.5], answer.Column("units", "shrunken").Select(value => Math.Round((double)value!, 12)));
        Assert.Equal([0.5, 0.5], answer.Column("units", "reliability").Select(value => Math.Round((double)value!, 12)));
    }

    [Fact]
    public void One_effect_from_each_cluster_needs_no_standard_errors()
    {
        // Mean 3, s² = 4, standard error 2 / √3 with 2 degrees of freedom.
        var mean = MethodRun.Of("meta", "k,y\na,1\nb,3\nc,5\n", new() { Unit = "k", Outcome = "y" }, 1, "inference=ibragimov-muller").Answer.Estimates[0].Estimate;
        Assert.Equal(3, mean.Value, 12);
        Assert.Equal(2 / Math.Sqrt(3), mean.StandardError, 12);
        Assert.Equal(2, mean.DegreesOfFreedom);
    }

    [SharedDataFact]
    public void Moderators_left_out_trials_and_small_studies_equal_metafor_s()
    {
        var expected = MethodOracle.Expected("08_meta_bcg");
        TidyColumns columns = new() { Unit = "trial", Outcome = "yi", Covariates = ["ablat"] };
        var (regressed, _) = MethodRun.Of("meta", MethodOracle.Data("08_meta_bcg"), columns, 1, "variance=vi", "inference=wald", "small-studies=yes");
        var beta = expected.Numbers("meta_regression_ablat_REML", "beta");
        MethodOracle.Near(beta[0], regressed.Number("moderators", "estimate"), 1e-7);
        MethodOracle.Near(beta[1], regressed.Number("moderators", "estimate", 1), 1e-7);
        MethodOracle.Near(expected.Number("meta_regression_ablat_REML", "QMp"), regressed.Number("moderatorTest", "pValue"), 1e-7);
        MethodOracle.Near(expected.Number("egger_lm", "p"), regressed.Number("smallStudies", "eggerP"), 1e-7);
        MethodOracle.Near(expected.Number("egger_mixed_REML", "p"), regressed.Number("smallStudies", "regressionP"), 1e-7);
        var (left, _) = MethodRun.Of("meta", MethodOracle.Data("08_meta_bcg"), columns with { Covariates = [] }, 1, "variance=vi", "tau2=dl", "inference=wald", "leave-one-out=yes");
        Assert.All(expected.Numbers("leave_one_out_DL", "estimate").Index(), one => MethodOracle.Near(one.Item, left.Number("leftOut", "mean", one.Index), 1e-9));
    }

    private static void Equal(string of, MethodAnswer answer)
    {
        var expected = MethodOracle.Expected("10_rates").GetProperty("charts").GetProperty(of);
        foreach (var (theirs, ours) in new[] { ("y", "value"), ("cl", "centre"), ("lcl", "low"), ("ucl", "high"), ("lcl.95", "innerLow"), ("ucl.95", "innerHigh") })
        {
            var values = expected.Numbers(theirs);
            Assert.Equal(values.Length, answer.Column("chart", ours).Count);
            Assert.All(values.Index(), value => MethodOracle.Near(value.Item, answer.Number("chart", ours, value.Index), 1e-9 * Math.Max(1, Math.Abs(value.Item))));
        }

        var signals = expected.GetProperty("sigma.signal").EnumerateArray().Select(one => one.GetBoolean());
        Assert.Equal(signals, answer.Column("chart", "signals").Select(rules => ((string)rules!).Contains("astronomical-point", StringComparison.Ordinal)));
        Assert.Equal(expected.GetProperty("runs.signal")[0].GetBoolean(), answer.Cell("runs", "signal"));
    }
}
