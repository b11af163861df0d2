using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.Sensitivity;

/// <summary>What the periods before treatment say about parallel trends, and what they could have said.</summary>
/// <remarks>
/// Roth (2022), "Pretest with Caution: Event-Study Estimates after Testing for Parallel Trends". A test that does not reject has often little power against
/// trends that would matter, and looking at studies that passed it makes the bias worse. The pre-test meant is the usual one: no coefficient
/// before treatment is significant by itself.
/// </remarks>
public static class PreTrends
{
    private const int MostHalvings = 60;

    /// <summary>The joint test that all coefficients before the reference are zero, W = b′V⁻¹b.</summary>
    /// <param name="study">The event study.</param>
    /// <param name="degreesOfFreedom">Those of its standard errors (clusters − 1); infinite: W is held against χ².</param>
    /// <exception cref="ArgumentException">No coefficients before the reference.</exception>
    public static WaldTest JointTest(EventStudyCoefficients study, double degreesOfFreedom = double.PositiveInfinity)
    {
        study.RequirePrePeriods();
        var values = study.PreValues;
        return new(values * study.PreCovariance.Cholesky().Solve(values) / study.PreCount, study.PreCount, degreesOfFreedom);
    }

    /// <summary>What the pre-test would have done under a trend, and how passing it distorts the estimates.</summary>
    /// <param name="study">The event study.</param>
    /// <param name="trend">The difference in trends at each relative time; taken less its value at the reference.</param>
    /// <param name="confidence">1 − the level of each coefficient's test.</param>
    /// <exception cref="ArgumentException">No coefficients before the reference.</exception>
    public static PreTestDistortion Under(EventStudyCoefficients study, Func<int, double> trend, double confidence = 0.95)
    {
        study.RequirePrePeriods();
        var delta = Vector<double>.Build.Dense(study.Times.Length, i => trend(study.Times[i]) - trend(study.Reference));
        var pre = delta.SubVector(0, study.PreCount);
        var (passed, none) = (Passing(study, pre, confidence), Passing(study, pre * 0, confidence));

        // E(β_post | passed) = δ_post + Σ₂₁ Σ₁₁⁻¹ (E(β_pre | passed) − δ_pre)
        var k = study.PreCount;
        var shift = study.PreCovariance.Cholesky().Solve(passed.Mean - pre);
        var means = Vector<double>.Build.Dense(delta.Count, i => i < k ? passed.Mean[i] : delta[i] + (study.Covariance.Row(i, 0, k) * shift));
        return new(
            1 - passed.Probability,
            passed.Probability / none.Probability,
            Math.Exp(LogDensity(study, pre) - LogDensity(study, pre * 0)),
            [.. study.Times.Select((time, i) => new PreTestPeriod(time, study.Values[i], Math.Sqrt(study.Covariance[i, i]), delta[i], means[i]))]);
    }

    /// <summary>The slope of a linear difference in trends that the pre-test finds with this probability: a smaller one is likely to pass unseen.</summary>
    /// <param name="study">The event study.</param>
    /// <param name="power">Such as 0.5 or 0.8; above the pre-test's own false alarms.</param>
    /// <param name="confidence">1 − the level of each coefficient's test.</param>
    /// <returns>The slope, positive, in the outcome's unit per period.</returns>
    /// <exception cref="ArgumentException">No coefficients before the reference; a power not above the false alarms, or not below 1.</exception>
    public static double SlopeFor(EventStudyCoefficients study, double power, double confidence = 0.95)
    {
        study.RequirePrePeriods();
        double Power(double slope) => 1 - Passing(study, Vector<double>.Build.Dense(study.PreCount, i => slope * (study.Times[i] - study.Reference)), confidence).Probability;
        var alarms = Power(0);
        if (!(power > alarms && power < 1))
        {
            throw new ArgumentException(FormattableString.Invariant($"The pre-test rejects with probability {alarms:0.###} without any trend: ask for a power above that and below 1, not {power}."));
        }

        var high = study.StandardErrors.Take(study.PreCount).Min();
        while (Power(high) < power)
        {
            high *= 2;
        }

        return Root(slope => Power(slope) - power, high);
    }

    private static NormalBox Passing(EventStudyCoefficients study, Vector<double> mean, double confidence)
    {
        // The box |β| ≤ z σ, period by period.
        var z = Quantile.Normal(1 - ConfidenceLevel.TailOf(confidence));
        var half = study.PreCovariance.Diagonal().PointwiseSqrt() * z;
        return NormalBox.Of(mean, study.PreCovariance, -half, half);
    }

    private static double LogDensity(EventStudyCoefficients study, Vector<double> mean)
    {
        var difference = study.PreValues - mean;
        return -0.5 * (difference * study.PreCovariance.Cholesky().Solve(difference));
    }

    // False position with the Illinois step: each evaluation is an integral.
    private static double Root(Func<double, double> rising, double high)
    {
        var (a, b) = (0.0, high);
        var (atA, atB) = (rising(a), rising(b));
        for (var i = 0; i < MostHalvings && b - a > 1e-12 * b; i++)
        {
            var middle = ((a * atB) - (b * atA)) / (atB - atA);
            var value = rising(middle);
            if (Math.Abs(value) < 1e-13)
            {
                return middle;
            }

            if (value < 0)
            {
                (a, atA, atB) = (middle, value, atB / 2);
            }
            else
            {
                (b, atB, atA) = (middle, value, atA / 2);
            }
        }

        return (a + b) / 2;
    }
}
