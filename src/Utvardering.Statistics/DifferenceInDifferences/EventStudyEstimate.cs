using System.Collections.Immutable;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>Estimates by period; see <see cref="EventStudy"/>.</summary>
/// <param name="ReferencePeriod">The period all others are held against.</param>
/// <param name="FirstTreatedPeriod">The period in which treatment began.</param>
/// <param name="Periods">One estimate for each period of the panel, ascending.</param>
/// <param name="Units">The units used with their changes, in the panel's order.</param>
/// <param name="Warnings">What the reader must know.</param>
public sealed record EventStudyEstimate(
    DateOnly ReferencePeriod,
    DateOnly FirstTreatedPeriod,
    ImmutableArray<EventStudyPeriod> Periods,
    ImmutableArray<UnitSeries> Units,
    ImmutableArray<EstimationWarning> Warnings);
