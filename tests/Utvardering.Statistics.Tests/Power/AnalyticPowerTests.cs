using Utvardering.Statistics.Power;
using Utvardering.Statistics.Random;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.Power;

/// <summary>Against R's power.t.test and clusterPower, and the formula of Burlig, Preonas and Woerman with its simulated design.</summary>
public class AnalyticPowerTests
{
    private static readonly Oracle Oracle = new("11_power_pretrend");

    // The example of cpa.did.normal's help: 100 persons in a cluster, ICC 0.05, autocorrelations 0.5 and 0.7.
    private static readonly ClusterDesign Example = new() { Clusters = 6, Subjects = 100, IntraclassCorrelation = 0.05, ClusterAutocorrelation = 0.5, SubjectAutocorrelation = 0.7 };

    [SharedDataFact]
    public void Two_groups_equal_power_t_test()
    {
        var expected = Oracle.Expected().GetProperty("power_t_test");
        Assertion.Near(expected.GetProperty("n20_d0.8").GetDouble(), new MeanDifferencePower(20).Power(0.8), 1e-9);

        // power.t.test's own root finding is good to about 1e-5.
        Assertion.Near(expected.GetProperty("delta_n20_80").GetDouble(), new MeanDifferencePower(20).DetectableEffect(0.8), 1e-4);
    }

    [SharedDataFact]
    public void Clusters_equal_clusterPower()
    {
        var expected = Oracle.Expected().GetProperty("clusterPower_cpa_did_normal");
        Assertion.Near(expected.GetProperty("nclusters_for_80").GetDouble(), Example.ClustersFor(0.5, 0.8), 1e-5);
        Assertion.Near(expected.GetProperty("documented").GetDouble(), Example.ClustersFor(0.5, 0.8), 1e-5);
        Assertion.Near(expected.GetProperty("power_6_clusters").GetDouble(), Example.Power(0.5), 1e-6);
        var other = new ClusterDesign { Clusters = 10, Subjects = 50, IntraclassCorrelation = 0.03, ClusterAutocorrelation = 0.6, Variance = 2 };
        Assertion.Near(expected.GetProperty("mde_10_clusters_of_50_ICC.03_rho_c.6_rho_s0_vart2").GetDouble(), other.DetectableEffect(0.8), 1e-6);
    }

    [SharedDataFact]
    public void Serial_correlation_formula_equals_pcpanel_s()
    {
        var cases = Oracle.Expected().GetProperty("scr_mde").EnumerateArray().Zip(Oracle.Expected().GetProperty("scr_simulation").EnumerateArray()).ToArray();
        Assert.NotEmpty(cases);
        foreach (var (expected, simulated) in cases)
        {
            var design = new PanelDesign(
                expected.GetProperty("J").GetInt32(), expected.GetProperty("P").GetDouble(), expected.GetProperty("pre").GetInt32(), expected.GetProperty("post").GetInt32(),
                expected.GetProperty("variance").GetDouble()).WithAutocorrelation(expected.GetProperty("ar1").GetDouble());
            Assertion.Near(expected.GetProperty("psiB").GetDouble(), design.CovarianceBefore, 1e-9);
            Assertion.Near(expected.GetProperty("psiA").GetDouble(), design.CovarianceAfter, 1e-9);
            Assertion.Near(expected.GetProperty("psiX").GetDouble(), design.CovarianceAcross, 1e-9);
            Assertion.Near(expected.GetProperty("dof").GetDouble(), design.DegreesOfFreedom, 0);
            Assertion.Near(expected.GetProperty("se").GetDouble(), design.StandardError, 1e-9);
            Assertion.Near(simulated.GetProperty("exact_se").GetDouble(), design.StandardError, 1e-9);
            Assertion.Near(expected.GetProperty("mde").GetDouble(), design.DetectableEffect(), 1e-9);
            Assertion.Near(0.8, design.Power(design.DetectableEffect()), 1e-9);
        }

        var first = new PanelDesign(40, 0.5, 10, 5, 1).WithAutocorrelation(0.5);
        Assertion.Near(Oracle.Expected().GetProperty("scr_power_given_mde").GetProperty("J40_mde0.5").GetDouble(), first.Power(0.5), 1e-9);
        Assertion.Near(Oracle.Expected().GetProperty("scr_power_given_mde").GetProperty("J40_mde1").GetDouble(), first.Power(1), 1e-9);
    }

    [Fact]
    public void Unit_levels_cancel_in_the_covariances_of_a_real_panel()
    {
        // σ² = 4/3 and correlation 0.5 by construction; 2 000 units leave a few per cent of noise. The levels' variance of 100 must not show.
        var design = PanelDesign.Of(PowerCase.Panel(1, 2000, 8), 1000, 4, 4);
        var truth = new PanelDesign(2000, 0.5, 4, 4, 4 / 3.0).WithAutocorrelation(0.5);
        Assert.InRange(design.StandardError / truth.StandardError, 0.96, 1.04);
    }

    [Fact]
    public void With_one_window_the_standard_error_is_that_of_the_units_changes() => Property.HoldsForEverySeed(seed =>
    {
        var panel = PowerCase.Panel(seed, 12, 10);
        var changes = Enumerable.Range(0, 12).Select(unit => panel.Series(unit)[6..].ToArray().Average() - panel.Series(unit)[..6].ToArray().Average()).ToArray();
        var variance = changes.Sum(change => Math.Pow(change - changes.Average(), 2)) / 11;
        return Assertion.IsNear(Math.Sqrt(variance / (4 / 12.0 * (8 / 12.0) * 12)), PanelDesign.Of(panel, 4, 6, 4).StandardError, 1e-9);
    }, cases: 30);

    [Fact]
    public void Power_is_that_of_simulated_t_statistics()
    {
        // 20 000 draws: a standard error of 0.003.
        var found = 0;
        for (var draw = 0; draw < 20_000; draw++)
        {
            var random = new RandomSequence(5, (ulong)draw);
            double[] one = [.. Enumerable.Range(0, 6).Select(_ => random.NextNormal() + 1.5)], other = [.. Enumerable.Range(0, 6).Select(_ => random.NextNormal())];
            var pooled = Math.Sqrt((one.Sum(x => Math.Pow(x - one.Average(), 2)) + other.Sum(x => Math.Pow(x - other.Average(), 2))) / 10 * (2 / 6.0));

            // t(0.975; 10) from the published table
            found += (one.Average() - other.Average()) / pooled > 2.228139 ? 1 : 0;
        }

        Assertion.Near(found / 20_000.0, new MeanDifferencePower(6).Power(1.5), 0.01);
    }

    [Fact]
    public void More_clusters_more_persons_and_lasting_errors_help()
    {
        Assert.True((Example with { Clusters = 8 }).DetectableEffect(0.8) < Example.DetectableEffect(0.8));
        Assert.True((Example with { Subjects = 200 }).DetectableEffect(0.8) < Example.DetectableEffect(0.8));
        Assert.True((Example with { ClusterAutocorrelation = 0.9 }).DetectableEffect(0.8) < Example.DetectableEffect(0.8));
        Assertion.Near(0.8, Example.Power(Example.DetectableEffect(0.8)), 1e-9);
        Assert.Throws<ArgumentException>(() => (Example with { Clusters = 1 }).Power(1));
    }
}
