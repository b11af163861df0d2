using System.Collections.Immutable;
using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Randomisation;

/// <summary>A difference in mean changes with its randomisation test and the interval that the test gives.</summary>
/// <param name="Estimate">Mean change of the treated − mean change of the controls.</param>
/// <param name="Test">The test of no effect on any unit.</param>
/// <param name="Interval">The effects the test does not reject, under one effect common to all treated units.</param>
/// <param name="Warnings">What the reader must know.</param>
public sealed record RandomisationResult(
    double Estimate,
    RandomisationTest Test,
    ConfidenceInterval Interval,
    ImmutableArray<EstimationWarning> Warnings);
