using Utvardering.Statistics.Panels;

namespace Utvardering.Evaluation.Estimates;

/// <summary>The periods before and after the start that an outcome is judged on; those between belong to neither (anticipation, roll-in).</summary>
/// <param name="Grain">The series' grain.</param>
/// <param name="Start">The first period in which any of the treated are treated.</param>
/// <param name="Before">The window before that start.</param>
/// <param name="After">The window after that start.</param>
internal sealed record Windows(PeriodGrain Grain, DateOnly Start, PeriodWindow Before, PeriodWindow After)
{
    /// <summary>The windows around each start, ascending, where the treated start in several periods; empty where all start in one.</summary>
    public IReadOnlyList<StartWindows> Starts { get; init; } = [];

    /// <summary>The treated whose start the figures do not reach both sides of.</summary>
    public IReadOnlyList<UnreachedStart> OutOfReach { get; init; } = [];

    public bool HasSeveralStarts => Starts.Count > 1;

    /// <summary>The windows around each start; these themselves where there is one.</summary>
    public IEnumerable<Windows> Each => HasSeveralStarts ? Starts.Select(start => start.Windows) : [this];

    public int BeforePeriods => Count(Before);

    public int AfterPeriods => Count(After);

    public bool Contains(DateOnly period) => Each.Any(windows => windows.Before.Contains(period) || windows.After.Contains(period));

    /// <summary>The windows that a municipality is judged on: its own, if it is treated, or all that it is held against.</summary>
    public IEnumerable<Windows> Of(string municipality) => Starts.FirstOrDefault(start => start.Municipalities.Contains(municipality)) is { } own ? [own.Windows] : Each;

    public bool Equals(Windows? other) => other is not null
        && (Grain, Start, Before, After) == (other.Grain, other.Start, other.Before, other.After)
        && Starts.SequenceEqual(other.Starts)
        && OutOfReach.SequenceEqual(other.OutOfReach);

    public override int GetHashCode() => HashCode.Combine(Grain, Start, Before, After, Starts.Count);

    private int Count(PeriodWindow window) => (((window.Last.Year - window.First.Year) * 12) + window.Last.Month - window.First.Month) / (int)Grain + 1;
}
