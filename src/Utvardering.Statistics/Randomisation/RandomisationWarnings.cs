using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Randomisation;

internal static class RandomisationWarnings
{
    public static IEnumerable<EstimationWarning> OfDesign(double minimumP, Assignments assignments, double alpha)
    {
        if (minimumP > alpha)
        {
            yield return new(EstimationWarningKind.MinimumPValueAboveLevel, Value: minimumP, Limit: alpha);
        }

        if (!assignments.IsExhaustive)
        {
            yield return new(EstimationWarningKind.AssignmentsSampled, Value: assignments.Count, Limit: (double)assignments.Possible);
        }
    }

    public static IEnumerable<EstimationWarning> OfVariation(double[] centred, double scale, DateOnly? period) =>
        PlaceboDistribution.Varies(centred, scale) ? [] : [new(EstimationWarningKind.NoVariation, Period: period)];
}
