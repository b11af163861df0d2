namespace Utvardering.Statistics.Randomisation;

/// <summary>
/// The hypothesised effects that a test does not reject, where each draw is at least as extreme as the observed on a set bounded by the roots of
/// a polynomial: the p-value is a step function with its steps at the roots, so that no search and no grid is needed.
/// </summary>
/// <param name="draws">N, the number of draws the p-value is a share of.</param>
/// <param name="alwaysExtreme">How many of them are at least as extreme whatever the effect, besides those added.</param>
internal sealed class AcceptanceRegion(int draws, int alwaysExtreme)
{
    private readonly List<double> starts = [];
    private readonly List<double> ends = [];

    private int always = alwaysExtreme;

    /// <summary>Adds a draw that is at least as extreme as the observed where the polynomial is not negative.</summary>
    public void Add(Quartic extreme)
    {
        if (extreme.IsZero)
        {
            always++;
            return;
        }

        Span<double> roots = stackalloc double[4];
        var count = extreme.Roots(roots);
        var inside = false;
        for (var piece = 0; piece <= count; piece++)
        {
            var from = piece == 0 ? double.NegativeInfinity : roots[piece - 1];
            var to = piece == count ? double.PositiveInfinity : roots[piece];
            var isExtreme = extreme.At(Inside(from, to)) >= 0;
            if (isExtreme && !inside)
            {
                starts.Add(from);
            }
            else if (!isExtreme && inside)
            {
                ends.Add(from);
            }

            inside = isExtreme;
        }

        if (inside)
        {
            ends.Add(double.PositiveInfinity);
        }
    }

    /// <summary>The smallest and the largest effect with p &gt; α.</summary>
    public (double Low, double High) Hull(double alpha)
    {
        var needed = RankFromOutside(alpha, draws) + 1 - always;
        starts.Sort();
        ends.Sort();
        return (
            Reached(needed, starts, ends, double.NegativeInfinity),
            -Reached(needed, [.. ends.Select(end => -end).Reverse()], [.. starts.Select(start => -start).Reverse()], double.NegativeInfinity));
    }

    /// <summary>⌊αN⌋, where αN that is whole in decimal arithmetic (0.29 × 100) must not fall to the number below by rounding.</summary>
    public static int RankFromOutside(double alpha, int count) => (int)Math.Floor(alpha * count * (1 + 1e-12));

    // The first point, coming from below, that lies in as many sets as needed; a set begins before another ends at the same point.
    private static double Reached(int needed, List<double> starts, List<double> ends, double outside)
    {
        if (needed <= 0)
        {
            return outside;
        }

        var ended = 0;
        for (var begun = 0; begun < starts.Count; begun++)
        {
            while (ends[ended] < starts[begun])
            {
                ended++;
            }

            if (begun + 1 - ended >= needed)
            {
                return starts[begun];
            }
        }

        return double.NaN;
    }

    private static double Inside(double from, double to) => (double.IsInfinity(from), double.IsInfinity(to)) switch
    {
        (true, true) => 0,
        (true, false) => to - Math.Max(1, Math.Abs(to)),
        (false, true) => from + Math.Max(1, Math.Abs(from)),
        _ => from + ((to - from) / 2),
    };
}
