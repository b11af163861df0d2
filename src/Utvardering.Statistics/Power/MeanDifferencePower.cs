using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Power;

/// <summary>The power of a t-test of two equal groups.</summary>
/// <remarks>Cohen (1988), <i>Statistical Power Analysis</i>, chapter 2, with the exact noncentral t. A rejection with the wrong sign does not count.</remarks>
/// <param name="PerGroup">Units in each group, at least two.</param>
/// <param name="Deviation">The standard deviation within groups.</param>
public sealed record MeanDifferencePower(double PerGroup, double Deviation = 1)
{
    /// <summary>The chance of finding the effect.</summary>
    public double Power(double effect, double confidence = 0.95) => NoncentralT.Upper(Critical(confidence), Degrees, Math.Abs(effect) / StandardError);

    /// <summary>The effect that is found with this chance, such as 0.8.</summary>
    public double DetectableEffect(double power, double confidence = 0.95) => NoncentralT.ShiftFor(Critical(confidence), Degrees, power) * StandardError;

    private double Degrees => 2 * (PerGroup - 1);

    private double StandardError => Deviation * Math.Sqrt(2 / PerGroup);

    private double Critical(double confidence) => Quantile.StudentTwoSided(2 * ConfidenceLevel.TailOf(confidence), Degrees);
}
