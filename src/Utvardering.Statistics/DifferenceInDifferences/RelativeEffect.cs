using System.Collections.Immutable;
using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>An additive effect told as a share of what the treated would have had without treatment: −0.1 is ten per cent less.</summary>
/// <remarks>
/// <para>
/// Under an additive effect τ the treated units' mean after, had they not been treated, is Ȳ₁,after − τ. So the relative effect is
/// ρ(τ) = τ / (Ȳ₁,after − τ), which at the estimate is τ̂ / (treated before + control change).
/// </para>
/// <para>
/// ρ rises with τ as long as the counterfactual is positive, so the ends of an interval for τ map to the ends of an interval for ρ with the same
/// coverage; the uncertainty of the counterfactual is in it, as it is not when both ends are divided by the same estimated counterfactual.
/// An end where the counterfactual would be zero or less maps to +∞; an end of −∞ maps to −1, since ρ cannot be lower.
/// </para>
/// </remarks>
/// <param name="Ratio">The relative effect; <see cref="double.NaN"/> when the counterfactual is not positive.</param>
/// <param name="Interval">Its interval; both ends <see cref="double.NaN"/> when the ratio is.</param>
/// <param name="Warnings">Whether the counterfactual allows a relative effect.</param>
public sealed record RelativeEffect(double Ratio, ConfidenceInterval Interval, ImmutableArray<EstimationWarning> Warnings)
{
    /// <summary>Makes an estimate and its interval relative to the treated units' counterfactual.</summary>
    /// <param name="estimate">The additive estimate of a level that cannot be negative, such as a rate.</param>
    /// <param name="interval">An interval for the additive effect.</param>
    public static RelativeEffect Of(TwoByTwoEstimate estimate, ConfidenceInterval interval)
    {
        var counterfactual = estimate.TreatedCounterfactual;
        if (counterfactual <= 0)
        {
            return new(
                double.NaN,
                new(double.NaN, double.NaN, interval.Confidence),
                [new(EstimationWarningKind.CounterfactualNotPositive, Value: counterfactual, Limit: 0)]);
        }

        return new(
            estimate.Estimate / counterfactual,
            new(Map(interval.Low, estimate.TreatedAfter), Map(interval.High, estimate.TreatedAfter), interval.Confidence),
            []);
    }

    private static double Map(double effect, double treatedAfter)
    {
        if (double.IsNegativeInfinity(effect))
        {
            return -1;
        }

        // ρ(τ) = τ / (Ȳ₁,after − τ)
        return effect >= treatedAfter ? double.PositiveInfinity : effect / (treatedAfter - effect);
    }
}
