using Utvardering.Reporting.Charts;

namespace Utvardering.Reporting.Tests.Charts;

/// <summary>Made-up monthly series for the recipes: a level, a season, a drift after the start, and noise from a fixed hash.</summary>
internal static class RecipeSeries
{
    public static readonly DateOnly First = new(2018, 1, 1);
    public static readonly DateOnly Start = new(2024, 1, 1);
    private const int Months = 96;
    private const int Window = 12;

    /// <summary>Months from January 2018 to December 2025 with a twelve-month moving mean and the monthly value behind it.</summary>
    public static TrendPoint[] Monthly(double level, double driftAfterStart, double noise, int seed)
    {
        var raw = Enumerable.Range(0, Months).Select(month => Value(month, level, driftAfterStart, noise, seed)).ToArray();
        return [.. raw.Select((value, month) => new TrendPoint(
            First.AddMonths(month),
            month < Window - 1 ? null : raw[(month - Window + 1)..(month + 1)].Average(),
            value))];
    }

    /// <summary>Noise between −1 and 1, the same on every machine: a SplitMix64 step of the seed and the place.</summary>
    public static double Noise(int seed, int place)
    {
        var z = ((ulong)seed * 1_000_003) + (ulong)place + 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) / (double)ulong.MaxValue * 2) - 1;
    }

    private static double Value(int month, double level, double drift, double noise, int seed)
    {
        var season = Math.Round(Math.Cos(2 * Math.PI * month / 12), 6) * level * 0.05;
        var since = Math.Max(0, month - 72);
        return Math.Round(level + season + (drift * Math.Min(since, 15)) + (noise * Noise(seed, month)) + (noise * 0.8 * Noise(seed + 50, month / 9)), 4);
    }
}
