using System.Collections.Immutable;
using System.Text.Json;
using Utvardering.Statistics.Sensitivity;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.Sensitivity;

/// <summary>Against R's HonestDiD, and an exact computation of its fixed-length intervals.</summary>
public class HonestOracleTests
{
    private static readonly Oracle Oracle = new("06_honestdid");

    [SharedDataTheory]
    [InlineData("first_post")]
    [InlineData("average")]
    public void Fixed_length_intervals_equal_the_exact_ones(string of)
    {
        var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Shared, "oracles", "06_honestdid", "expected_exact_flci.json"))).RootElement;
        var (expected, tolerance) = (file.GetProperty(of), file.GetProperty("tolerances").GetProperty("lb_ub").GetProperty("abs").GetDouble());
        var actual = HonestDiD.Smoothness(Medicaid(), Numbers(expected, "M"), Options(of == "average"));
        foreach (var (i, interval) in actual.Index())
        {
            Assertion.Near(Numbers(expected, "lb")[i], interval.Estimate.Interval.Low, tolerance);
            Assertion.Near(Numbers(expected, "ub")[i], interval.Estimate.Interval.High, tolerance);
            Assert.True((interval.Estimate.Interval.High - interval.Estimate.Interval.Low) / 2 <= Numbers(expected, "half_length")[i] + 1e-6, "Nothing is shorter, to the solver's tolerance.");

            // The half length is flat about its minimum: weights and deviation are known to the root of its tolerance.
            Assertion.Near(Numbers(expected, "sd_of_estimator")[i], interval.Estimate.StandardError, 1e-4);
            Assert.All(Oracle.Numbers(expected.GetProperty("affine_weights_pre_then_post")[i]).Zip(interval.Weights), pair => Assertion.Near(pair.First, pair.Second, 0.02));
            if (interval.Bound > 0)
            {
                Assertion.Near(Numbers(expected, "worst_case_bias_at_M1")[i], interval.WorstBias / interval.Bound, 0.01);
            }
        }
    }

    [SharedDataTheory]
    [InlineData("SD_FLCI_first_post", false)]
    [InlineData("SD_FLCI_avg", true)]
    public void Fixed_length_intervals_are_near_the_package_s(string of, bool average)
    {
        var expected = Results().GetProperty(of);
        Near(expected, HonestDiD.Smoothness(Medicaid(), Numbers(expected, "M"), Options(average)), FixedLength());
    }

    [SharedDataTheory]
    [InlineData("RM_CLF_first_post", false, HonestMethod.ConditionalLeastFavourable)]
    [InlineData("RM_CLF_avg", true, HonestMethod.ConditionalLeastFavourable)]
    [InlineData("RM_Conditional_first_post", false, HonestMethod.Conditional)]
    public void Relative_magnitudes_equal_the_package_s_to_its_grid(string of, bool average, HonestMethod method)
    {
        var expected = Results().GetProperty(of);
        var options = Options(average) with { Method = method };
        OnGrid(expected, HonestDiD.RelativeMagnitudes(Medicaid(), Numbers(expected, "Mbar"), options), 40 * HonestDiD.Original(Medicaid(), options).StandardError / 999);
    }

    [SharedDataFact]
    public void Smoothness_with_the_hybrid_test_equals_the_package_s_to_its_grid()
    {
        var expected = Results().GetProperty("SD_CLF_first_post");
        var options = Options(false) with { Method = HonestMethod.ConditionalLeastFavourable };
        var actual = HonestDiD.Smoothness(Medicaid(), Numbers(expected, "M"), options);

        // The package's grid reaches 20 standard errors beyond the identified set, here M on each side.
        OnGrid(expected, actual, ((40 * HonestDiD.Original(Medicaid(), options).StandardError) + 0.04) / 999);
    }

    [SharedDataFact]
    public void Intervals_under_parallel_trends_equal_the_package_s()
    {
        Near(Results().GetProperty("original_first_post"), HonestDiD.Original(Medicaid()).Interval);
        Near(Results().GetProperty("original_avg"), HonestDiD.Original(Medicaid(), Options(true)).Interval);
        Near(Oracle.Expected().GetProperty("benzarti_carloni").GetProperty("original"), HonestDiD.Original(BenzartiCarloni()).Interval);
        Near(Oracle.Expected().GetProperty("lovenheim_willen").GetProperty("original"), HonestDiD.Original(LovenheimWillen(), Seventeenth()).Interval);

        static void Near(JsonElement expected, Statistics.Intervals.ConfidenceInterval actual)
        {
            Assertion.Near(expected.GetProperty("lb")[0].GetDouble(), actual.Low, 1e-8);
            Assertion.Near(expected.GetProperty("ub")[0].GetDouble(), actual.High, 1e-8);
        }
    }

    [SharedDataFact]
    public void Profits_after_a_tax_cut_equal_the_package_s()
    {
        var study = Oracle.Expected().GetProperty("benzarti_carloni");
        var (smooth, relative) = (study.GetProperty("SD_FLCI"), study.GetProperty("RM_CLF"));
        Near(smooth, HonestDiD.Smoothness(BenzartiCarloni(), Numbers(smooth, "M")), FixedLength());
        NearItsOwn(smooth, HonestDiD.Smoothness(BenzartiCarloni(), Numbers(smooth, "M")));

        // The package's upper end at M̄ = 2 is the end of its grid; on a wide one, of a spacing that is not told, it is 0.42325 (the oracle's notes).
        var actual = HonestDiD.RelativeMagnitudes(BenzartiCarloni(), Numbers(relative, "Mbar"));
        var step = 40 * HonestDiD.Original(BenzartiCarloni()).StandardError / 999;
        OnGrid(relative, actual[..3], step);
        Assert.InRange(actual[3].Estimate.Interval.Low, Numbers(relative, "lb")[3] - step - Slack(), Numbers(relative, "lb")[3] + Slack());
        Assertion.Near(0.42325, actual[3].Estimate.Interval.High, 2e-3);
    }

    [SharedDataFact]
    public void Schooling_with_nine_earlier_years_equals_the_package_s()
    {
        var expected = Oracle.Expected().GetProperty("lovenheim_willen").GetProperty("SD_FLCI_l17");
        var actual = HonestDiD.Smoothness(LovenheimWillen(), Numbers(expected, "M"), Seventeenth());

        NearItsOwn(expected, actual);
    }

    [SharedDataTheory]
    [InlineData("SD_FLCI_first_post", false)]
    [InlineData("SD_FLCI_avg", true)]
    public void Half_lengths_are_the_package_s_at_its_simulated_critical_value(string of, bool average)
    {
        var expected = Results().GetProperty(of);
        NearItsOwn(expected, HonestDiD.Smoothness(Medicaid(), Numbers(expected, "M"), Options(average)));
    }

    [SharedDataFact]
    public void Breakdown_values_lie_where_the_intervals_reach_zero()
    {
        // Mbar 1.5: [0.0082, …], Mbar 2: [−0.0009, …]; M 0.02: [0.0028, …], M 0.03: [−0.0072, …].
        var relative = HonestDiD.RelativeMagnitudesBreakdown(Medicaid());
        Assert.InRange(relative, 1.85, 2.0);
        var smooth = HonestDiD.SmoothnessBreakdown(Medicaid());
        Assertion.Near(0, HonestDiD.Smoothness(Medicaid(), [smooth])[0].Estimate.Interval.Low, 1e-7);

        // From M = 0.02 on the estimator stays and its bias grows by M: 0.02 + 0.002834.
        Assertion.Near(0.022834, smooth, 1e-4);
    }

    private static double FixedLength() => Oracle.Expected().GetProperty("tolerances").GetProperty("FLCI").GetProperty("abs").GetDouble();

    private static void Near(JsonElement expected, ImmutableArray<HonestInterval> actual, double tolerance)
    {
        Assert.Equal(Numbers(expected, "lb").Length, actual.Length);
        foreach (var (i, interval) in actual.Index())
        {
            Assertion.Near(Numbers(expected, "lb")[i], interval.Estimate.Interval.Low, tolerance);
            Assertion.Near(Numbers(expected, "ub")[i], interval.Estimate.Interval.High, tolerance);
        }
    }

    // The package takes the quantile of |N(bias/σ, 1)| from a million simulated numbers. With its own value at our bias and σ the half lengths meet;
    // where the interval lies is less sure, since the half length is flat about its minimum: the weights are known to the root of the tolerance.
    private static void NearItsOwn(JsonElement expected, ImmutableArray<HonestInterval> actual)
    {
        foreach (var (i, interval) in actual.Index())
        {
            var (low, high, deviation) = (Numbers(expected, "lb")[i], Numbers(expected, "ub")[i], interval.Estimate.StandardError);
            var (ourLow, ourHigh) = (interval.Estimate.Interval.Low, interval.Estimate.Interval.High);
            Assertion.Near((high - low) / 2, ((ourHigh - ourLow) / 2) + (deviation * Simulated(interval.WorstBias / deviation)), 1e-4 * deviation);
            Assertion.Near((high + low) / 2, (ourHigh + ourLow) / 2, 0.02 * deviation);
        }
    }

    // By how much the package's simulated quantile is off, from the four values the oracle tells; it stays the same beyond the last.
    private static double Simulated(double bias)
    {
        var quantiles = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Shared, "oracles", "06_honestdid", "expected_exact_flci.json"))).RootElement.GetProperty("folded_normal_quantile_95");
        var (at, off) = (Oracle.Numbers(quantiles.GetProperty("mu")), Oracle.Numbers(quantiles.GetProperty("package_simulated")).Zip(Oracle.Numbers(quantiles.GetProperty("exact")), (one, other) => one - other).ToArray());
        var next = Array.FindIndex(at, value => value > bias);
        return next < 0 ? off[^1] : off[next - 1] + ((bias - at[next - 1]) / (at[next] - at[next - 1]) * (off[next] - off[next - 1]));
    }

    // The package reports the outermost accepted points of its grid: the true ends lie at most one step outside. The tolerance is the oracle's.
    private static void OnGrid(JsonElement expected, ImmutableArray<HonestInterval> actual, double step)
    {
        var slack = Slack();
        foreach (var (i, interval) in actual.Index())
        {
            Assert.InRange(interval.Estimate.Interval.Low, Numbers(expected, "lb")[i] - step - slack, Numbers(expected, "lb")[i] + slack);
            Assert.InRange(interval.Estimate.Interval.High, Numbers(expected, "ub")[i] - slack, Numbers(expected, "ub")[i] + step + slack);
        }
    }

    private static double Slack() => Oracle.Expected().GetProperty("tolerances").GetProperty("RM_CLF").GetProperty("abs").GetDouble();

    private static ImmutableArray<double> Numbers(JsonElement of, string name) => [.. Oracle.Numbers(of.GetProperty(name))];

    private static JsonElement Results() => Oracle.Expected().GetProperty("medicaid_nonstaggered").GetProperty("results");

    private static HonestOptions Options(bool average) => new() { Weights = average ? [0.5, 0.5] : [1, 0] };

    private static EventStudyCoefficients Medicaid() => StudyCase.Read(Oracle.Expected().GetProperty("medicaid_nonstaggered"), 5);

    private static EventStudyCoefficients BenzartiCarloni() => StudyCase.Read(Oracle.Expected().GetProperty("benzarti_carloni"), 4);

    private static EventStudyCoefficients LovenheimWillen() => StudyCase.Read(Oracle.Expected().GetProperty("lovenheim_willen"), 9);

    private static HonestOptions Seventeenth() => new() { Weights = [.. Enumerable.Range(1, 23).Select(i => i == Oracle.Expected().GetProperty("lovenheim_willen").GetProperty("l_vec_index").GetInt32() ? 1.0 : 0)] };
}
