using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Rows;

namespace Utvardering.Reporting.Wording;

/// <summary>Reads an effect's interval.</summary>
internal static class VerdictOf
{
    /// <param name="effect">The effect.</param>
    /// <param name="matters">The smallest relative effect that would matter; its sign is the direction asked about.</param>
    public static Verdict Effect(Released<EffectRow> effect, double matters) => effect switch
    {
        { IsSuppressed: true } => Verdict.Suppressed,
        { Row: { Low: { } low, High: { } high, Estimate: not null } row } => Interval(low, high, row.RelativeLow, row.RelativeHigh, matters),
        _ => Verdict.NoInterval,
    };

    private static Verdict Interval(double low, double high, double? relativeLow, double? relativeHigh, double matters)
    {
        var holdsZero = low <= 0 && high >= 0;
        if (relativeLow is not { } from || relativeHigh is not { } to)
        {
            return holdsZero ? Verdict.NoScaleWithZero : Verdict.NoScaleWithoutZero;
        }

        // Seen in the direction asked about: a decrease that matters is −matters or more.
        var (nearest, farthest) = matters < 0 ? (-to, -from) : (from, to);
        var size = Math.Abs(matters);
        return holdsZero ? farthest >= size ? Verdict.Open : Verdict.NoneThatMatters
            : farthest < 0 ? Verdict.Opposite
            : nearest >= size ? Verdict.Matters
            : farthest < size ? Verdict.TooSmall
            : Verdict.MayMatter;
    }
}
