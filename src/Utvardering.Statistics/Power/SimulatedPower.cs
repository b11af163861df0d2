using System.Collections.Immutable;
using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Power;

/// <summary>What a design can find in real data; see <see cref="PlaceboPower"/>. Effects are sizes, without sign.</summary>
/// <param name="DetectableEffect">The smallest effect found with the chance asked for; +∞ where no effect is.</param>
/// <param name="MonteCarlo">Where it would lie with endlessly many draws, with 95 % confidence.</param>
/// <param name="FalseAlarmRate">The share of draws in which the design finds an effect, of either sign, where there is none. Well above α: its test, and so its power, is not to be believed.</param>
/// <param name="SizeCorrectedEffect">The detectable effect once the critical value is raised, or lowered, until false alarms are at α; NaN for designs without a standard error (those without an interval have false alarms at α by their test).</param>
/// <param name="AnalyticEffect">The formula of <see cref="PanelDesign"/> with the same data's covariances, as a share of the mean outcome for relative effects.</param>
/// <param name="Thresholds">The size at which each draw finds the effect, ascending.</param>
/// <param name="IsLinear">Whether each draw's threshold came from its test's linearity rather than from trying effects.</param>
/// <param name="Seed">The seed of the draws.</param>
public sealed record SimulatedPower(
    double DetectableEffect, ConfidenceInterval MonteCarlo, double FalseAlarmRate, double SizeCorrectedEffect, double AnalyticEffect,
    ImmutableArray<double> Thresholds, bool IsLinear, ulong Seed)
{
    /// <summary>What follows from the size at which each draw finds the effect, where the draws were made elsewhere.</summary>
    /// <param name="thresholds">Ascending.</param>
    /// <param name="falseAlarms">The share of draws in which an effect is found where there is none.</param>
    /// <param name="analytic">The formula's effect.</param>
    /// <param name="options">The chance and the seed.</param>
    public static SimulatedPower OfThresholds(ReadOnlySpan<double> thresholds, double falseAlarms, double analytic, SimulatedPowerOptions options) => new(
        QuantileOf(thresholds, options.Power), MonteCarloOf(thresholds, options.Power), falseAlarms, double.NaN, analytic, [.. thresholds], false, options.Seed);

    internal static double QuantileOf(ReadOnlySpan<double> sorted, double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];

    // Ranks n p ± z √(n p (1 − p)): the distribution-free interval of a quantile.
    internal static ConfidenceInterval MonteCarloOf(ReadOnlySpan<double> sorted, double share)
    {
        const double Confidence = 0.95;
        var half = Quantile.Normal(1 - ConfidenceLevel.TailOf(Confidence)) * Math.Sqrt(share * (1 - share) / sorted.Length);
        return new(QuantileOf(sorted, share - half), QuantileOf(sorted, Math.Min(1, share + half + (1.0 / sorted.Length))), Confidence);
    }

    /// <summary>The share of draws that find an effect of this size, with the right sign.</summary>
    public double PowerAt(double effect) => (double)Thresholds.Count(threshold => threshold <= Math.Abs(effect)) / Thresholds.Length;
}
