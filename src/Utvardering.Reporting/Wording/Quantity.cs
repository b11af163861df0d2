using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Wording;

/// <summary>How many decimals a figure deserves.</summary>
internal static class Quantity
{
    private const int Most = 4;

    /// <summary>The decimals of an effect, its interval and its levels: the last digit is no finer than a fifth of the interval's half width.</summary>
    public static int Decimals(EffectRow effect)
    {
        var level = new[] { effect.TreatedBefore, effect.TreatedAfter, effect.ControlBefore, effect.ControlAfter }.Max(value => Math.Abs(value ?? 0));
        var width = effect is { Low: { } low, High: { } high } && double.IsFinite(high - low) ? (high - low) / 2 : 0;
        return width > 0 ? Math.Max(Fine(width / 5), level < 100 ? 1 : 0) : OfLevel(level);
    }

    /// <summary>The decimals of a level without an interval: three significant digits.</summary>
    public static int OfLevel(double level) => Math.Abs(level) is var size && size < 0.0001 ? 1 : Math.Max(Fine(size / 100), size < 100 ? 1 : 0);

    private static int Fine(double smallest) => Math.Clamp((int)Math.Ceiling(-Math.Log10(smallest)), 0, Most);
}
