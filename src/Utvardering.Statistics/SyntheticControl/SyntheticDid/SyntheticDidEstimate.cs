using System.Collections.Immutable;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>The effect on the treated by synthetic difference in differences.</summary>
/// <param name="Effect">The mean over treated units and periods, with its uncertainty.</param>
/// <param name="Cohorts">The parts it is a mean of, in the order of their starts.</param>
/// <param name="Draws">The effects of the placebos or of the bootstrap's samples; empty where there were none.</param>
public sealed record SyntheticDidEstimate(Estimate Effect, ImmutableArray<SyntheticDidCohort> Cohorts, ImmutableArray<double> Draws);
