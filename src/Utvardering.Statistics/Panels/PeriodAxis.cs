using System.Collections.Immutable;

namespace Utvardering.Statistics.Panels;

/// <summary>The periods of a panel: their starts in order, one grain, without gaps.</summary>
public sealed class PeriodAxis
{
    private PeriodAxis(PeriodGrain grain, ImmutableArray<DateOnly> starts)
    {
        Grain = grain;
        Starts = starts;
    }

    /// <summary>The length of every period.</summary>
    public PeriodGrain Grain { get; }

    /// <summary>The start of each period, ascending.</summary>
    public ImmutableArray<DateOnly> Starts { get; }

    /// <summary>The number of periods, at least two.</summary>
    public int Count => Starts.Length;

    /// <summary>Makes the axis of the periods that occur, in any order and any number of times.</summary>
    /// <exception cref="ArgumentException">Fewer than two periods, a date that starts no period of the grain, or a gap.</exception>
    public static PeriodAxis Of(PeriodGrain grain, IEnumerable<DateOnly> occurring)
    {
        if (!Enum.IsDefined(grain))
        {
            throw new ArgumentException($"{(int)grain} months is no grain of a panel: use month, quarter or year.");
        }

        var starts = occurring.Distinct().Order().ToImmutableArray();
        foreach (var start in starts.Where(start => StartOf(grain, start) != start))
        {
            throw new ArgumentException($"{start:O} does not start a {Name(grain)}: give the period as the first day of its {Name(grain)}.");
        }

        if (starts.Length < 2)
        {
            var found = starts.IsEmpty ? "none" : $"only {starts[0]:O}";
            throw new ArgumentException($"A panel needs at least two periods, there is {found}: widen the selection of periods.");
        }

        for (var i = 1; i < starts.Length; i++)
        {
            var expected = starts[i - 1].AddMonths((int)grain);
            if (starts[i] != expected)
            {
                throw new ArgumentException(
                    $"The periods have a gap: after {starts[i - 1]:O} no unit has a row for {expected:O}, the next is {starts[i]:O}. "
                    + "Give a row (with a missing outcome if need be) for every period between the first and the last.");
            }
        }

        return new(grain, starts);
    }

    /// <summary>The position of the period with this start.</summary>
    /// <exception cref="ArgumentException">The axis lacks the period.</exception>
    public int IndexOf(DateOnly start)
    {
        var index = Starts.BinarySearch(start);
        return index >= 0
            ? index
            : throw new ArgumentException(
                $"No {Name(Grain)} of the panel starts {start:O}: it holds {Starts[0]:O} to {Starts[^1]:O}.");
    }

    /// <summary>The positions of a window's periods, all of which the panel must hold.</summary>
    /// <exception cref="ArgumentException">The window's first or last period is not on the axis.</exception>
    public (int First, int Count) Positions(PeriodWindow window)
    {
        var first = IndexOf(window.First);
        return (first, IndexOf(window.Last) - first + 1);
    }

    /// <summary>The start of the period of this grain in which a date lies.</summary>
    public static DateOnly StartOf(PeriodGrain grain, DateOnly date)
    {
        var months = (int)grain;
        return new(date.Year, ((date.Month - 1) / months * months) + 1, 1);
    }

    internal static string Name(PeriodGrain grain) => grain switch
    {
        PeriodGrain.Month => "month",
        PeriodGrain.Quarter => "quarter",
        _ => "year",
    };
}
