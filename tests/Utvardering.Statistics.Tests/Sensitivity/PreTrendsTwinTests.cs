using MathNet.Numerics.Integration;
using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Sensitivity;

namespace Utvardering.Statistics.Tests.Sensitivity;

/// <summary>
/// Roth's pre-test on random studies against sums of the density itself over the box: with up to three coefficients before treatment no simulation is
/// needed. With more, <see cref="PreTrendsTests"/> holds the power against a one-dimensional integral.
/// </summary>
public class PreTrendsTwinTests
{
    [Theory]
    [InlineData(1, 200)]
    [InlineData(2, 160)]
    [InlineData(3, 70)]
    public void Power_and_bias_equal_the_density_summed_over_the_box(int pre, int nodes) => Property.HoldsForEverySeed(
        seed =>
        {
            var study = StudyCase.Of(seed, pre, 2);
            double Trend(int time) => 0.3 * (time + 1) * (seed % 2 == 0 ? 1 : -0.5 * (time + 1));
            var actual = PreTrends.Under(study, Trend);
            var trend = Vector<double>.Build.Dense(pre, i => Trend(study.Times[i]));
            var (passing, mean) = Box(study, trend, nodes);
            var (without, _) = Box(study, trend * 0, nodes);

            // E(β_post | β_pre) is linear, so that its mean over those that pass is the line at their mean.
            var slopes = study.Covariance.SubMatrix(pre, 2, 0, pre) * study.Covariance.SubMatrix(0, pre, 0, pre).Inverse();
            var shift = slopes * (mean - trend);
            return Assertion.IsNear(1 - passing, actual.Power, 1e-10)
                && Assertion.IsNear(passing / without, actual.BayesFactor, 1e-10)
                && Enumerable.Range(0, pre).All(i => Assertion.IsNear(mean[i], actual.Periods[i].MeanAfterPassing, 1e-10))
                && Enumerable.Range(0, 2).All(i => Assertion.IsNear(Trend(study.Times[pre + i]) + shift[i], actual.Periods[pre + i].MeanAfterPassing, 1e-10));
        },
        cases: 12);

    // Σ weights · (2π)^(−k/2) |Σ|^(−½) exp(−½ (b − δ)′ Σ⁻¹ (b − δ)) over |b| ≤ 1.96 σ, and of b times it.
    private static (double Probability, Vector<double> Mean) Box(EventStudyCoefficients study, Vector<double> trend, int nodes)
    {
        var k = trend.Count;
        var covariance = study.Covariance.SubMatrix(0, k, 0, k);
        var inverse = covariance.Inverse();
        var scale = Math.Pow(2 * Math.PI, -k / 2.0) / Math.Sqrt(covariance.Determinant());
        GaussLegendreRule[] rules = [.. study.StandardErrors.Take(k).Select(error => new GaussLegendreRule(-1.959963984540054 * error, 1.959963984540054 * error, nodes))];
        var (probability, moments) = (0.0, Vector<double>.Build.Dense(k));
        for (var point = 0; point < (int)Math.Round(Math.Pow(nodes, k)); point++)
        {
            var (rest, weight, b) = (point, scale, Vector<double>.Build.Dense(k));
            for (var i = 0; i < k; i++)
            {
                b[i] = rules[i].GetAbscissa(rest % nodes);
                weight *= rules[i].GetWeight(rest % nodes);
                rest /= nodes;
            }

            var mass = weight * Math.Exp(-0.5 * ((b - trend) * inverse * (b - trend)));
            probability += mass;
            moments += mass * b;
        }

        return (probability, moments / probability);
    }
}
