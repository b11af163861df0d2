using System.Collections.Immutable;
using Utvardering.Statistics.Panels;

namespace Utvardering.Evaluation.Estimates;

/// <summary>The day from which each of the treated is treated.</summary>
internal sealed class TreatmentStarts
{
    private readonly ImmutableSortedDictionary<string, DateOnly> days;

    /// <param name="days">The day for each municipality's code.</param>
    /// <exception cref="ArgumentException">Nobody is treated.</exception>
    public TreatmentStarts(IEnumerable<KeyValuePair<string, DateOnly>> days)
    {
        this.days = days.ToImmutableSortedDictionary(StringComparer.Ordinal);
        First = this.days.Count > 0 ? this.days.Values.Min() : throw new ArgumentException("Nobody is treated.");
    }

    /// <summary>The first of the days.</summary>
    public DateOnly First { get; }

    /// <summary>All days so many months earlier.</summary>
    public TreatmentStarts Earlier(int months) => new(days.Select(day => KeyValuePair.Create(day.Key, day.Value.AddMonths(-months))));

    /// <summary>The periods in which they start, ascending, and who starts in each: days of one period are one start.</summary>
    public IReadOnlyList<(DateOnly Period, ImmutableArray<string> Municipalities)> In(PeriodGrain grain) =>
        [.. days.GroupBy(day => PeriodAxis.StartOf(grain, day.Value)).OrderBy(start => start.Key).Select(start => (start.Key, start.Select(day => day.Key).ToImmutableArray()))];
}
