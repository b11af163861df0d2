using System.Collections.Immutable;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.Sensitivity;

/// <summary>A confidence set for the effect that holds as long as trends depart from parallel by no more than the bound.</summary>
/// <param name="Bound">M: the most a trend's slope changes between periods (smoothness, outcome unit per period), or M̄: how many times the largest change before treatment (relative magnitudes).</param>
/// <param name="Estimate">The interval; its ends are NaN where no effect is compatible with the bound and the data.</param>
public sealed record HonestInterval(double Bound, Estimate Estimate)
{
    /// <summary>The weights of the affine estimator on all coefficients, fixed-length intervals only.</summary>
    public ImmutableArray<double> Weights { get; init; } = [];

    /// <summary>The affine estimator's largest bias under the bound, fixed-length intervals only.</summary>
    public double WorstBias { get; init; } = double.NaN;

    /// <summary>Whether the interval excludes zero.</summary>
    public bool ExcludesZero => Estimate.Interval.Low > 0 || Estimate.Interval.High < 0;
}
