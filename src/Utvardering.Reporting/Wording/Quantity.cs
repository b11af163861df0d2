using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Wording;

/// <summary>How many decimals a figure deserves.</summary>
internal static class Quantity
{
    private const int Most = 4;

    /// <summary>The decimals at which an end that is not zero may have to be written, so that it does not read as zero.</summary>
    private const int MostOfAnEnd = 6;

    /// <summary>The decimals of all of an outcome's figures: two significant digits of its level, and as many more as keep an interval's end from reading as zero.</summary>
    public static int Decimals(IReadOnlyList<EffectRow> effects)
    {
        var level = effects.SelectMany(effect => new[] { effect.TreatedBefore, effect.TreatedAfter, effect.ControlBefore, effect.ControlAfter }).Max(value => Math.Abs(value ?? 0));
        var ofLevel = level < 0.0001 ? 1 : Math.Max(Fine(level / 20), level < 100 ? 1 : 0);
        var ends = effects.SelectMany(effect => new[] { effect.Low, effect.High })
            .Select(end => Math.Abs(end ?? 0))
            .Where(end => double.IsFinite(end) && end > 0)
            .ToList();
        var decimals = ofLevel;
        while (decimals < MostOfAnEnd && ends.Any(end => Math.Round(end, decimals, MidpointRounding.AwayFromZero) == 0))
        {
            decimals++;
        }

        return decimals;
    }

    /// <summary>The decimals of a level without an effect: three significant digits.</summary>
    public static int OfLevel(double level) => Math.Abs(level) is var size && size < 0.0001 ? 1 : Math.Max(Fine(size / 100), size < 100 ? 1 : 0);

    /// <summary>The decimals of a percentage: none from 1 per cent, below it as many as show one significant digit.</summary>
    /// <param name="percent">The percentage, of either sign.</param>
    public static int OfPercent(double percent) => Math.Abs(percent) is > 0 and < 0.95 and var size ? Math.Max(Fine(size), 1) : 0;

    private static int Fine(double smallest) => Math.Clamp((int)Math.Ceiling(-Math.Log10(smallest)), 0, Most);
}
