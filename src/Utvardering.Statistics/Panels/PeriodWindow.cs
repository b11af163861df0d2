namespace Utvardering.Statistics.Panels;

/// <summary>
/// A run of periods, such as those before treatment. Both ends are period starts and both periods belong to the window:
/// an evaluation speaks of "January to June", not of the day after.
/// </summary>
public sealed record PeriodWindow
{
    /// <summary>Makes a window of the periods from <paramref name="first"/> to <paramref name="last"/>.</summary>
    /// <exception cref="ArgumentException">The last period starts before the first.</exception>
    public PeriodWindow(DateOnly first, DateOnly last)
    {
        if (last < first)
        {
            throw new ArgumentException($"The window ends with the period {last:O}, before it begins with {first:O}: swap the ends.");
        }

        First = first;
        Last = last;
    }

    /// <summary>The start of the first period.</summary>
    public DateOnly First { get; }

    /// <summary>The start of the last period.</summary>
    public DateOnly Last { get; }

    /// <summary>Whether a period with this start lies in the window.</summary>
    public bool Contains(DateOnly periodStart) => First <= periodStart && periodStart <= Last;
}
