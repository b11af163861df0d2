namespace Utvardering.Statistics.Rates;

/// <summary>Whether points keep to one side of the centre for longer, or cross it more seldom, than chance would have it.</summary>
/// <remarks>
/// Anhøj and Olesen (2014), "Run Charts Revisited": at most log₂ n + 3 points in a run, and at least the 5 % quantile of a binomial of n − 1 fair
/// coins as crossings, n the number of points off the centre. Adapts to the length of the series, where fixed run lengths do not.
/// </remarks>
/// <param name="LongestRun">The most points in a row on one side.</param>
/// <param name="LongestRunLimit">The longest that chance makes.</param>
/// <param name="Crossings">How often the centre was crossed.</param>
/// <param name="CrossingsLimit">The fewest that chance makes.</param>
public sealed record RunsAnalysis(int LongestRun, int LongestRunLimit, int Crossings, int CrossingsLimit)
{
    /// <summary>Whether either limit is broken.</summary>
    public bool HasSignal => LongestRun > LongestRunLimit || Crossings < CrossingsLimit;

    internal static RunsAnalysis Of(IEnumerable<double> deviations)
    {
        var sides = deviations.Select(Math.Sign).Where(side => side != 0).ToArray();
        int longest = 0, current = 0, crossings = 0;
        for (var i = 0; i < sides.Length; i++)
        {
            var crossed = i > 0 && sides[i] != sides[i - 1];
            crossings += crossed ? 1 : 0;
            current = crossed ? 1 : current + 1;
            longest = Math.Max(longest, current);
        }

        return sides.Length == 0 ? new(0, 0, 0, 0) : new(longest, (int)Math.Round(Math.Log2(sides.Length) + 3), crossings, FairCoinQuantile(sides.Length - 1, 0.05));
    }

    // The smallest k with P(X ≤ k) ≥ p, X binomial of n fair coins.
    private static int FairCoinQuantile(int n, double p)
    {
        var (term, sum) = (Math.Pow(0.5, n), 0.0);
        for (var k = 0; k < n; k++)
        {
            sum += term;
            if (sum >= p)
            {
                return k;
            }

            term *= (n - k) / (k + 1.0);
        }

        return n;
    }
}
