using System.Collections.Immutable;
using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Results;

/// <summary>One estimated quantity with its uncertainty and what it rests on: the form in which every method of this library answers.</summary>
public sealed record Estimate
{
    /// <summary>The estimator and its inference in words, such as "two-way fixed effects, standard errors clustered by unit (CR1)".</summary>
    public required string Method { get; init; }

    /// <summary>The estimate, in the unit of the outcome unless the method says otherwise.</summary>
    public required double Value { get; init; }

    /// <summary>The standard error, in the unit of the estimate; NaN where the inference has none (randomisation, conformal).</summary>
    public double StandardError { get; init; } = double.NaN;

    /// <summary>Degrees of freedom of the reference t distribution; infinite for the normal, NaN where neither is used.</summary>
    public double DegreesOfFreedom { get; init; } = double.NaN;

    /// <summary>The interval; its ends are NaN where the method gives none.</summary>
    public required ConfidenceInterval Interval { get; init; }

    /// <summary>The two-sided p-value of no effect; NaN where the method gives none.</summary>
    public double PValue { get; init; } = double.NaN;

    /// <summary>What it rests on.</summary>
    public required SampleSize Sample { get; init; }

    /// <summary>The seed of the random numbers used; null where none were.</summary>
    public ulong? Seed { get; init; }

    /// <summary>What a careful statistician would tell the reader beside the number.</summary>
    public ImmutableArray<EstimationWarning> Warnings { get; init; } = [];

    /// <summary>Wald inference: value ± t(1 − α/2; df) · standard error, and p = P(|T| ≥ |value / standard error|).</summary>
    /// <param name="degreesOfFreedom">Infinite for the normal distribution.</param>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside (0, 1).</exception>
    public static Estimate Wald(
        string method, double value, double standardError, double degreesOfFreedom, SampleSize sample,
        double confidence = 0.95, ImmutableArray<EstimationWarning> warnings = default)
    {
        var half = Quantile.StudentTwoSided(2 * ConfidenceLevel.TailOf(confidence), degreesOfFreedom) * standardError;
        return new()
        {
            Method = method,
            Value = value,
            StandardError = standardError,
            DegreesOfFreedom = degreesOfFreedom,
            Interval = new(value - half, value + half, confidence),
            PValue = standardError > 0 ? Tail.StudentTwoSided(value / standardError, degreesOfFreedom) : double.NaN,
            Sample = sample,
            Warnings = warnings.IsDefault ? [] : warnings,
        };
    }
}
