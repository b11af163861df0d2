using Utvardering.Statistics.Panels;

namespace Utvardering.Evaluation.Estimates;

/// <summary>The periods before and after the start that an outcome is judged on; those between belong to neither (anticipation, roll-in).</summary>
/// <param name="Grain">The series' grain.</param>
/// <param name="Start">The first period in which the treated are treated.</param>
/// <param name="Before">The window before.</param>
/// <param name="After">The window after.</param>
internal sealed record Windows(PeriodGrain Grain, DateOnly Start, PeriodWindow Before, PeriodWindow After)
{
    public int BeforePeriods => Count(Before);

    public int AfterPeriods => Count(After);

    public bool Contains(DateOnly period) => Before.Contains(period) || After.Contains(period);

    private int Count(PeriodWindow window) => (((window.Last.Year - window.First.Year) * 12) + window.Last.Month - window.First.Month) / (int)Grain + 1;
}
