using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Sensitivity;

/// <summary>The effects that a test accepts, from the lowest to the highest.</summary>
internal static class ConditionalSet
{
    private const int MostDoublings = 12;
    private const int Halvings = 45;

    /// <summary>Finds the outermost accepted effects on a grid that is widened until its ends are rejected, and refines them by halving.</summary>
    /// <returns>An infinite end where even far effects are accepted; null where none is.</returns>
    public static (double Low, double High)? Of(Func<double, bool> accepts, double centre, double reach, int gridPoints)
    {
        var width = reach;
        for (var i = 0; i < MostDoublings && (accepts(centre - width) || accepts(centre + width)); i++)
        {
            width *= 2;
        }

        var step = 2 * reach / gridPoints;
        return End(accepts, centre - width, step, centre + width) is { } low && End(accepts, centre + width, -step, centre - width) is { } high ? (low, high) : null;
    }

    public static ConfidenceInterval Hull(IEnumerable<(double Low, double High)?> sets, double confidence)
    {
        var kept = sets.Where(set => set is not null).Select(set => set!.Value).ToArray();
        return kept.Length == 0 ? new(double.NaN, double.NaN, confidence) : new(kept.Min(set => set.Low), kept.Max(set => set.High), confidence);
    }

    private static double? End(Func<double, bool> accepts, double from, double step, double to)
    {
        if (accepts(from))
        {
            return step > 0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        var steps = (long)Math.Ceiling(Math.Abs((to - from) / step));
        for (long i = 1; i <= steps; i++)
        {
            var inside = from + (i * step);
            if (accepts(inside))
            {
                var outside = inside - step;
                for (var halving = 0; halving < Halvings; halving++)
                {
                    var middle = (inside + outside) / 2;
                    (inside, outside) = accepts(middle) ? (middle, outside) : (inside, middle);
                }

                return inside;
            }
        }

        return null;
    }
}
