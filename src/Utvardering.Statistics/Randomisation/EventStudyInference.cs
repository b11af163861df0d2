using System.Collections.Immutable;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Randomisation;

/// <summary>Randomisation inference for every period of an event study, and jointly for its pre-periods, over the same assignments.</summary>
/// <param name="Periods">One for each period of the event study.</param>
/// <param name="PreTrend">The joint test that the groups were not drifting apart over the pre-periods; null when there is none besides the reference.</param>
/// <param name="MinimumP">The smallest p-value that any data could give.</param>
/// <param name="Warnings">What the reader must know.</param>
public sealed record EventStudyInference(
    ImmutableArray<EventStudyPeriodInference> Periods,
    PreTrendTest? PreTrend,
    double MinimumP,
    ImmutableArray<EstimationWarning> Warnings)
{
    /// <summary>Tests each period and the pre-periods jointly.</summary>
    /// <param name="study">The event study; its units are the units of the assignments.</param>
    /// <param name="options">Level, sample size and seed.</param>
    public static EventStudyInference Of(EventStudyEstimate study, RandomisationOptions options)
    {
        var assignments = Assignments.Of([.. study.Units.Select(unit => unit.Treated)], options.SampleSize, options.Seed, options.EnumerationLimit);
        var minimumP = assignments.MinimumP;
        var periods = ImmutableArray.CreateBuilder<EventStudyPeriodInference>(study.Periods.Length);
        var warnings = RandomisationWarnings.OfDesign(minimumP, assignments, options.Alpha).ToList();
        foreach (var (index, period) in study.Periods.Index())
        {
            if (period.IsReference)
            {
                periods.Add(new(period, null, null));
                continue;
            }

            double[] changes = [.. study.Units.Select(unit => unit.Changes[index])];
            var centred = PlaceboDistribution.Centre(changes);
            var scale = PlaceboDistribution.Scale(changes);
            var distribution = PlaceboDistribution.DifferenceInMeans(centred, assignments);
            var test = RandomisationTest.Of(distribution, assignments, scale);
            periods.Add(new(period, test.PTwoSided, TestInversion.Interval(distribution, assignments, options.Alpha)));
            warnings.AddRange(RandomisationWarnings.OfVariation(centred, scale, period.Period));
        }

        var preTrend = PreTrendTest.Of(study, assignments);
        if (preTrend is null)
        {
            warnings.Add(new(EstimationWarningKind.NoPrePeriods, Period: study.ReferencePeriod));
        }

        return new(periods.ToImmutable(), preTrend, minimumP, [.. warnings]);
    }
}
