namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>Weights that the options bring along.</summary>
internal static class GivenWeights
{
    /// <summary>The weights in the design's order; null where none are given.</summary>
    public static BlockWeights? Of(OutcomeTable table, CohortDesign design, SyntheticDidOptions options)
    {
        if (options.UnitWeights is null && options.PeriodWeights is null)
        {
            return null;
        }

        if (options.UnitWeights is not { } units || options.PeriodWeights is not { } periods)
        {
            throw new ArgumentException("Unit weights and period weights are given together or not at all: give the missing ones.");
        }

        if (design.Cohorts.Length > 1 || options.Inference is not (SyntheticDidInference.Jackknife or SyntheticDidInference.None))
        {
            throw new ArgumentException("Given weights go with one cohort and with inference that keeps weights: choose the jackknife or none.");
        }

        var strangers = units.Keys.Except(design.Controls.Select(unit => table.Units[unit]))
            .Concat(periods.Keys.Except(table.Periods.Take(design.Cohorts[0].Pre)).Select(period => $"{period}"))
            .ToArray();
        return strangers.Length == 0
            ? new([.. design.Controls.Select(unit => units.GetValueOrDefault(table.Units[unit]))], [.. table.Periods.Take(design.Cohorts[0].Pre).Select(period => periods.GetValueOrDefault(period))])
            : throw new ArgumentException($"Weights are given for \"{strangers[0]}\", which is no never-treated unit and no period before treatment: leave it out.");
    }
}
