using System.Collections.Immutable;
using Utvardering.Statistics.Panels;

namespace Utvardering.Evaluation.Estimates;

/// <summary>Levels without gaps, periods numbered from 0 however far apart they lie.</summary>
/// <param name="Panel">Units × periods.</param>
/// <param name="Starts">The first day of each period.</param>
/// <param name="Grain">The length of the periods.</param>
/// <param name="Start">The number of the first period after the first start: as many lie before.</param>
internal sealed record LevelPanel(CohortPanel Panel, ImmutableArray<DateOnly> Starts, PeriodGrain Grain, int Start)
{
    public int Treated => Panel.Cohorts.Count(cohort => cohort is not null);

    public int Controls => Panel.Units.Length - Treated;
}
