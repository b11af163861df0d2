namespace Utvardering.Statistics.TimeSeries;

/// <summary>One series of equally spaced periods, without gaps, that something interrupted.</summary>
/// <param name="Outcome">One value for each period; counts where there is an exposure.</param>
/// <param name="Interruption">The position of the first period after the interruption, counted from 0.</param>
public sealed record InterruptedSeries(double[] Outcome, int Interruption)
{
    /// <summary>The exposure of each period's count, such as inhabitants; null where the outcome is no count.</summary>
    public double[]? Exposure { get; init; }

    /// <summary>The season of the first period, from 1: its calendar month or quarter.</summary>
    public int FirstSeason { get; init; } = 1;

    /// <summary>Periods in a year: 12 of months, 4 of quarters.</summary>
    public int SeasonsInYear { get; init; } = 12;
}
