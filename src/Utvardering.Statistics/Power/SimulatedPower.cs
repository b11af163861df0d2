using System.Collections.Immutable;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Power;

/// <summary>What a design can find in real data; see <see cref="PlaceboPower"/>. Effects are sizes, without sign.</summary>
/// <param name="DetectableEffect">The smallest effect found with the chance asked for; +∞ where no effect is.</param>
/// <param name="MonteCarlo">Where it would lie with endlessly many draws, with 95 % confidence.</param>
/// <param name="FalseAlarmRate">The share of draws in which the design finds an effect, of either sign, where there is none. Well above α: its test, and so its power, is not to be believed.</param>
/// <param name="SizeCorrectedEffect">The detectable effect once the critical value is raised, or lowered, until false alarms are at α; NaN for designs without a standard error.</param>
/// <param name="AnalyticEffect">The formula of <see cref="PanelDesign"/> with the same data's covariances, as a share of the mean outcome for relative effects.</param>
/// <param name="Thresholds">The size at which each draw finds the effect, ascending.</param>
/// <param name="IsLinear">Whether each draw's threshold came from its test's linearity rather than from trying effects.</param>
/// <param name="Seed">The seed of the draws.</param>
public sealed record SimulatedPower(
    double DetectableEffect, ConfidenceInterval MonteCarlo, double FalseAlarmRate, double SizeCorrectedEffect, double AnalyticEffect,
    ImmutableArray<double> Thresholds, bool IsLinear, ulong Seed)
{
    /// <summary>The share of draws that find an effect of this size, with the right sign.</summary>
    public double PowerAt(double effect) => (double)Thresholds.Count(threshold => threshold <= Math.Abs(effect)) / Thresholds.Length;
}
