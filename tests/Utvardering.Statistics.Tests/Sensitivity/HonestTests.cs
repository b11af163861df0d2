using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using Utvardering.Statistics.Optimisation;
using Utvardering.Statistics.Sensitivity;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Tests.Sensitivity;

public class HonestTests
{
    [Fact]
    public void Worst_bias_of_the_estimator_is_the_linear_program_over_all_smooth_trends() => Property.HoldsForEverySeed(seed =>
    {
        var (pre, post) = (1 + (int)(seed % 4), 1 + (int)(seed % 3));
        var study = StudyCase.Of(seed, pre, post);
        var interval = HonestDiD.Smoothness(study, [0.3], new() { Weights = [.. Enumerable.Range(0, post).Select(i => 1.0 / (i + 1))] })[0];
        return Assertion.IsNear(WorstBias(pre, post, interval.Weights, 0.3), interval.WorstBias, 1e-8);
    }, cases: 40);

    [Fact]
    public void No_other_estimator_is_shorter() => Property.HoldsForEverySeed(seed =>
    {
        // Two periods before: the weights are (w, C − 2w, l), one free number. All of it tried, with a critical value of its own.
        var study = StudyCase.Of(seed, 2, 1);
        var best = HonestDiD.Smoothness(study, [0.1])[0];
        var half = (best.Estimate.Interval.High - best.Estimate.Interval.Low) / 2;
        var naive = Enumerable.Range(-40_000, 80_001).Select(i => HalfLength(study, i / 10_000.0, 0.1)).Min();
        return half <= naive + 1e-12 && Assertion.IsNear(naive, half, 1e-5);
    }, cases: 5);

    [Fact]
    public void One_period_after_treatment_is_the_test_in_closed_form() => Property.HoldsForEverySeed(seed =>
    {
        var study = StudyCase.Of(seed, 3, 1);
        var set = HonestDiD.RelativeMagnitudes(study, [1], new() { Method = HonestMethod.Conditional })[0].Estimate.Interval;
        var width = set.High - set.Low;
        return !(width > 0) || (
            Accepts(study, set.Low + (1e-6 * width)) && !Accepts(study, set.Low - (1e-6 * width))
            && Accepts(study, set.High - (1e-6 * width)) && !Accepts(study, set.High + (1e-6 * width)));
    }, cases: 25);

    [Fact]
    public void Wider_bounds_give_wider_intervals_and_scale_with_the_outcome() => Property.HoldsForEverySeed(seed =>
    {
        var study = StudyCase.Of(seed, 3, 2);
        var tenfold = EventStudyCoefficients.Of(
            study.Times, [.. study.Values.Select(value => 10 * value)],
            [.. Enumerable.Range(0, 5).Select(i => Enumerable.Range(0, 5).Select(j => 100 * study.Covariance[i, j]).ToImmutableArray())]);
        var (smooth, scaled) = (HonestDiD.Smoothness(study, [0, 0.1, 0.4]), HonestDiD.Smoothness(tenfold, [0, 1, 4]));
        return Widths(smooth).Zip(Widths(smooth).Skip(1)).All(pair => pair.First <= pair.Second + 1e-12)
            && Widths(smooth).Zip(Widths(scaled)).All(pair => Assertion.IsNear(10 * pair.First, pair.Second, 1e-6));
    }, cases: 20);

    [Fact]
    public void The_same_seed_gives_the_same_set_and_one_draw_more_or_less_hardly_matters()
    {
        var study = StudyCase.Of(5, 4, 3);
        var options = new HonestOptions { Seed = 3 };
        var (one, other) = (HonestDiD.RelativeMagnitudes(study, [1], options)[0], HonestDiD.RelativeMagnitudes(study, [1], options)[0]);
        Assert.Equal(one.Estimate.Interval, other.Estimate.Interval);
        Assert.Equal(3UL, one.Estimate.Seed);
        var seeded = HonestDiD.RelativeMagnitudes(study, [1], options with { Seed = 4 })[0];
        Assertion.Near(one.Estimate.Interval.Low, seeded.Estimate.Interval.Low, 0.1 * (one.Estimate.Interval.High - one.Estimate.Interval.Low));
    }

    [Fact]
    public void Breakdown_is_zero_where_the_effect_is_not_significant_to_begin_with()
    {
        var study = EventStudyCoefficients.InOrder([0.1, 0.1, 0.05], [[1, 0, 0], [0, 1, 0], [0, 0, 1]], 2);
        Assert.Equal(0, HonestDiD.SmoothnessBreakdown(study));
        Assert.Equal(0, HonestDiD.RelativeMagnitudesBreakdown(study));
        Assert.Equal(EstimationWarningKind.ShortPrePeriod, HonestDiD.Smoothness(study, [0])[0].Estimate.Warnings.Single().Kind);
    }

    [Fact]
    public void Gaps_negative_bounds_and_weights_that_do_not_fit_are_refused()
    {
        var study = StudyCase.Of(1, 2, 2);
        Assert.Throws<ArgumentException>(() => HonestDiD.Smoothness(study, [-1]));
        Assert.Throws<ArgumentException>(() => HonestDiD.Smoothness(study, [1], new() { Weights = [1] }));
        Assert.Throws<ArgumentException>(() => HonestDiD.RelativeMagnitudes(study, [1], new() { Method = HonestMethod.FixedLength }));
        var gap = EventStudyCoefficients.Of([-3, 0], [1, 1], [[1, 0], [0, 1]]);
        Assert.Contains("-2", Assert.Throws<ArgumentException>(() => HonestDiD.Smoothness(gap, [1])).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<double> Widths(IEnumerable<HonestInterval> intervals) => intervals.Select(interval => interval.Estimate.Interval.High - interval.Estimate.Interval.Low);

    // Max Σ w δ with |second differences| ≤ M: δ = plus − minus, with a slack for each bound.
    private static double WorstBias(int pre, int post, ImmutableArray<double> weights, double bound)
    {
        var (n, bounds) = (pre + post, 2 * (pre + post - 1));
        var rows = new List<double[]>();
        for (var centre = 1; centre < n; centre++)
        {
            foreach (var sign in new[] { 1, -1 })
            {
                var row = new double[(2 * n) + bounds];
                foreach (var (at, factor) in new[] { (centre - 1, 1), (centre, -2), (centre + 1, 1) })
                {
                    // Position pre is the reference, where δ = 0.
                    if (at != pre)
                    {
                        var column = at < pre ? at : at - 1;
                        row[column] += sign * factor;
                        row[n + column] -= sign * factor;
                    }
                }

                row[(2 * n) + rows.Count] = 1;
                rows.Add(row);
            }
        }

        // A bias is also taken in the other direction by symmetry, so the greatest is the largest size.
        double[] objective = [.. weights, .. weights.Select(weight => -weight), .. Enumerable.Repeat(0.0, bounds)];
        return rows.Count == 0 ? 0 : new LinearProgram(rows, [.. rows.Select(_ => bound)]).Maximise(objective).Value;
    }

    // Weights on periods −3, −2 and 0: v₂ = w, v₁ = 1 − 2w, so that a straight line cancels. Bias M (|w| + 1).
    private static double HalfLength(EventStudyCoefficients study, double w, double bound)
    {
        double[] weights = [w, 1 - (2 * w), 1];
        var variance = 0.0;
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                variance += weights[i] * weights[j] * study.Covariance[i, j];
            }
        }

        var (deviation, bias) = (Math.Sqrt(variance), bound * (Math.Abs(w) + 1));
        var (low, high) = (0.0, bias + (3 * deviation));
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Normal.CDF(0, 1, (middle - bias) / deviation) - Normal.CDF(0, 1, (-middle - bias) / deviation) < 0.95 ? (middle, high) : (low, middle);
        }

        return high;
    }

    // Without other effects the vertices are single bounds: the largest studentised one, given by how much it leads (Lee and others 2016).
    private static bool Accepts(EventStudyCoefficients study, double effect)
    {
        // First differences of (δ₋₄, δ₋₃, δ₋₂, 0, δ₀), written for coefficients at −4, −3, −2 and 0.
        double[][] steps = [[-1, 1, 0, 0], [0, -1, 1, 0], [0, 0, -1, 0], [0, 0, 0, 1]];
        for (var largest = 0; largest < 3; largest++)
        {
            foreach (var sign in new[] { 1, -1 })
            {
                var rows = new List<double[]>();
                for (var step = 0; step < 4; step++)
                {
                    rows.Add([.. steps[step].Zip(steps[largest], (a, b) => a - (sign * b))]);
                    rows.Add([.. steps[step].Zip(steps[largest], (a, b) => -a - (sign * b))]);
                }

                if (AcceptsRows(study, [.. rows.Where(row => row.Any(value => value != 0))], effect))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool AcceptsRows(EventStudyCoefficients study, double[][] rows, double effect)
    {
        double Covariance(double[] a, double[] b) => Enumerable.Range(0, 4).Sum(i => Enumerable.Range(0, 4).Sum(j => a[i] * b[j] * study.Covariance[i, j]));
        var deviations = rows.Select(row => Math.Sqrt(Covariance(row, row))).ToArray();
        var y = rows.Select((row, i) => (row.Zip(study.Values, (a, b) => a * b).Sum() - (row[3] * effect)) / deviations[i]).ToArray();
        var best = Enumerable.Range(0, y.Length).MaxBy(i => y[i]);
        if (y[best] <= 0)
        {
            return true;
        }

        var low = double.NegativeInfinity;
        for (var i = 0; i < y.Length; i++)
        {
            var correlation = Covariance(rows[i], rows[best]) / (deviations[i] * deviations[best]);
            if (correlation < 1 - 1e-9)
            {
                low = Math.Max(low, (y[i] - (correlation * y[best])) / (1 - correlation));
            }
        }

        // 1 − P(Z ≤ y | Z ≥ low) > α
        return Normal.CDF(0, 1, -y[best]) / Normal.CDF(0, 1, -low) >= 0.05;
    }
}
