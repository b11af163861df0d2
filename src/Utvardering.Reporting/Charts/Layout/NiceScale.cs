namespace Utvardering.Reporting.Charts.Layout;

/// <summary>A value axis whose ends and ticks are round numbers: steps of 1, 2 or 5 times a power of ten.</summary>
/// <param name="Low">The lower end, a tick.</param>
/// <param name="High">The upper end, a tick.</param>
/// <param name="Ticks">From low to high.</param>
/// <param name="Decimals">How many decimals the ticks need.</param>
internal sealed record NiceScale(double Low, double High, IReadOnlyList<double> Ticks, int Decimals)
{
    private static readonly double[] Steps = [1, 2, 5, 10];

    /// <summary>The axis with the widest step that still gives some <paramref name="about"/> ticks over the values.</summary>
    /// <exception cref="ArgumentException">There are no values, or one is not finite.</exception>
    public static NiceScale Over(IEnumerable<double> values, int about = 8)
    {
        var all = values.ToArray();
        if (all.Length == 0) throw new ArgumentException("A chart needs at least one value to draw.", nameof(values));
        if (all.Any(value => !double.IsFinite(value))) throw new ArgumentException("A chart can draw finite values only; a missing one is null.", nameof(values));
        var (low, high) = (all.Min(), all.Max());
        if (low == high) (low, high) = low == 0 ? (-1, 1) : (low - (Math.Abs(low) * 0.1), high + (Math.Abs(high) * 0.1));
        return Between(low, high, Step((high - low) / about));
    }

    /// <summary>Where a value lies on an axis of a height in pixels, from the top.</summary>
    public double Pixel(double value, double height) => (High - value) / (High - Low) * height;

    private static NiceScale Between(double low, double high, double step)
    {
        // Counted in whole steps and rounded: 3 × 0.1 is not 0.3.
        var first = (long)Math.Floor((low / step) + 1e-9);
        var last = (long)Math.Ceiling((high / step) - 1e-9);
        var decimals = DecimalsOf(step);
        var ticks = Enumerable.Range(0, (int)(last - first) + 1).Select(i => Math.Round((first + i) * step, decimals)).ToArray();
        return new NiceScale(ticks[0], ticks[^1], ticks, decimals);
    }

    private static double Step(double atLeast)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        return Steps.First(step => step * power >= atLeast * (1 - 1e-9)) * power;
    }

    private static int DecimalsOf(double step)
    {
        for (var decimals = 0; decimals < 12; decimals++)
        {
            if (Math.Abs(Math.Round(step, decimals) - step) < step * 1e-6) return decimals;
        }

        return 12;
    }
}
