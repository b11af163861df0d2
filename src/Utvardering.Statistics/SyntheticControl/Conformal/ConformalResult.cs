using System.Collections.Immutable;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.SyntheticControl.Conformal;

/// <summary>Conformal inference for one treated unit.</summary>
/// <param name="Effect">
/// The mean effect; the p-value is that of no effect in any period, the interval holds every constant effect that is not rejected.
/// </param>
/// <param name="Periods">The effect in each period of treatment, tested by itself; empty where that was not asked for.</param>
/// <param name="Control">The synthetic control whose gaps are the estimates.</param>
public sealed record ConformalResult(Estimate Effect, ImmutableArray<PeriodInterval> Periods, SyntheticControlEstimate Control);
