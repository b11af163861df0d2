using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Optimisation;

namespace Utvardering.Statistics.Sensitivity;

/// <summary>The shortest fixed-length interval under the smoothness bound |δ(t + 1) − 2δ(t) + δ(t − 1)| ≤ M.</summary>
/// <remarks>
/// <para>
/// Rambachan and Roth (2023), section 4.1, after Donoho (1994) and Armstrong and Kolesár (2018). The estimator is Σ l_t β̂_t + Σ v_k β̂_{−k}; a linear trend
/// must cancel, Σ k v_k = Σ t l_t = C. With w_j = Σ_{k&gt;j} (k − j) v_k the largest bias is M (Σ |w_j| + Σ_s |p_s|), where p_s = Σ_{t&gt;s} (t − s) l_t belongs to
/// the second differences after treatment and cannot be changed, and v_j = w_{j−1} − 2w_j + w_{j+1} with w_0 = C.
/// </para>
/// <para>
/// The half length σ cv(bias / σ) grows in σ and in the bias, so the best w lies on the frontier of variance against Σ|w|: the path of
/// <see cref="AbsolutePenaltyPath"/>. It is followed exactly and searched along its pieces: no convex solver, no grid over σ.
/// </para>
/// </remarks>
internal sealed class SmoothnessFixedLength
{
    private const int StepsPerPiece = 24;
    private const double GoldenRatio = 0.6180339887498949;

    private readonly EventStudyCoefficients study;
    private readonly Vector<double> offset;
    private readonly Matrix<double> change;
    private readonly double fixedBias;
    private readonly ImmutableArray<(double Penalty, Vector<double> Point)> corners;

    public SmoothnessFixedLength(EventStudyCoefficients study, ImmutableArray<double> weights)
    {
        this.study = study;
        var k = study.PreCount;
        var slope = weights.Select((weight, i) => weight * (i + 1)).Sum();
        fixedBias = Enumerable.Range(0, study.PostCount).Sum(s => Math.Abs(weights.Select((weight, i) => i + 1 > s ? weight * (i + 1 - s) : 0).Sum()));

        // All weights as offset + change · w; coefficient position k − j is j periods before the reference.
        offset = Vector<double>.Build.Dense(study.Times.Length, i => i >= k ? weights[i - k] : i == k - 1 ? slope : 0);
        // One period before treatment leaves nothing to choose: its column stays zero.
        change = Matrix<double>.Build.Dense(study.Times.Length, Math.Max(1, k - 1));
        for (var j = 1; j < k; j++)
        {
            change[k - j, j - 1] -= 2;
            change[k - j - 1, j - 1] += 1;
            if (j > 1)
            {
                change[k - j + 1, j - 1] += 1;
            }
        }

        // σ² = (b + Dw)′Σ(b + Dw)
        var projected = change.TransposeThisAndMultiply(study.Covariance);
        corners = k == 1 ? [(0, Vector<double>.Build.Dense(1))] : AbsolutePenaltyPath.Corners(projected * change, projected * offset);
    }

    /// <summary>The best weights, their half length, standard deviation and largest bias.</summary>
    public (Vector<double> Weights, double HalfLength, double Deviation, double Bias) Shortest(double bound, double confidence)
    {
        double Half(Vector<double> w) => Of(w, bound, confidence).HalfLength;
        var best = corners[0].Point;
        foreach (var (from, to) in corners.Zip(corners.Skip(1), (one, other) => (one.Point, other.Point)))
        {
            Vector<double> On(double share) => from + (share * (to - from));
            var step = Enumerable.Range(0, StepsPerPiece + 1).MinBy(i => Half(On((double)i / StepsPerPiece)));
            var share = Minimum(at => Half(On(at)), Math.Max(0, step - 1.0) / StepsPerPiece, Math.Min(StepsPerPiece, step + 1.0) / StepsPerPiece);
            foreach (var candidate in new[] { On(share), to })
            {
                best = Half(candidate) < Half(best) ? candidate : best;
            }
        }

        return Of(best, bound, confidence);
    }

    private (Vector<double> Weights, double HalfLength, double Deviation, double Bias) Of(Vector<double> w, double bound, double confidence)
    {
        var weights = study.PreCount == 1 ? offset : offset + (change * w);
        var deviation = Math.Sqrt(weights * study.Covariance * weights);
        var bias = bound * (fixedBias + w.L1Norm());
        return (weights, deviation * FoldedNormal.Quantile(confidence, bias / deviation), deviation, bias);
    }

    private static double Minimum(Func<double, double> of, double low, double high)
    {
        var (left, right) = (high - (GoldenRatio * (high - low)), low + (GoldenRatio * (high - low)));
        var (atLeft, atRight) = (of(left), of(right));
        while (high - low > 1e-9)
        {
            if (atLeft < atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (GoldenRatio * (high - low));
                atLeft = of(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (GoldenRatio * (high - low));
                atRight = of(right);
            }
        }

        return (low + high) / 2;
    }
}
