using System.Numerics;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Randomisation;

internal static class RandomisationWarnings
{
    public static IEnumerable<EstimationWarning> OfDesign(double minimumP, Assignments assignments, double alpha) =>
        OfDesign(minimumP, assignments.IsExhaustive, assignments.Count, assignments.Possible, alpha);

    public static IEnumerable<EstimationWarning> OfDesign(double minimumP, bool isExhaustive, int count, BigInteger possible, double alpha)
    {
        if (minimumP > alpha)
        {
            yield return new(EstimationWarningKind.MinimumPValueAboveLevel, Value: minimumP, Limit: alpha);
        }

        if (!isExhaustive)
        {
            yield return new(EstimationWarningKind.AssignmentsSampled, Value: count, Limit: (double)possible);
        }
    }

    public static IEnumerable<EstimationWarning> OfVariation(double[] centred, double scale, DateOnly? period) =>
        PlaceboDistribution.Varies(centred, scale) ? [] : [new(EstimationWarningKind.NoVariation, Period: period)];
}
