using System.Collections.Immutable;

namespace Utvardering.Statistics.MultipleTesting;

/// <summary>
/// Adjusted p-values of a family of tests, in the order given: reject those at or below the level.
/// A test that could not be made is <see cref="double.NaN"/>; it stays so and does not count among the m tests.
/// </summary>
public static class PValueAdjustment
{
    /// <summary>Holm's step-down: holds the chance of any false rejection, whatever the dependence.</summary>
    /// <remarks>Holm (1979), "A Simple Sequentially Rejective Multiple Test Procedure".</remarks>
    /// <exception cref="ArgumentException">A p-value outside [0, 1].</exception>
    public static ImmutableArray<double> Holm(ImmutableArray<double> p) =>
        // p̃(i) = max over j ≤ i of (m − j + 1) p(j)
        StepDown(p, (rank, m) => m - rank + 1);

    /// <summary>Hochberg's step-up: as Holm's but sharper, for independent or positively dependent tests.</summary>
    /// <remarks>Hochberg (1988), "A Sharper Bonferroni Procedure for Multiple Tests of Significance".</remarks>
    /// <exception cref="ArgumentException">A p-value outside [0, 1].</exception>
    public static ImmutableArray<double> Hochberg(ImmutableArray<double> p) =>
        // p̃(i) = min over j ≥ i of (m − j + 1) p(j)
        StepUp(p, (rank, m) => m - rank + 1);

    /// <summary>Benjamini and Hochberg's step-up: holds the expected share of false rejections, for independent or positively dependent tests.</summary>
    /// <remarks>Benjamini and Hochberg (1995), "Controlling the False Discovery Rate".</remarks>
    /// <exception cref="ArgumentException">A p-value outside [0, 1].</exception>
    public static ImmutableArray<double> BenjaminiHochberg(ImmutableArray<double> p) =>
        // p̃(i) = min over j ≥ i of m p(j) / j
        StepUp(p, (rank, m) => (double)m / rank);

    /// <summary>Benjamini and Yekutieli's step-up: as Benjamini and Hochberg's, whatever the dependence.</summary>
    /// <remarks>Benjamini and Yekutieli (2001), "The Control of the False Discovery Rate in Multiple Testing under Dependency".</remarks>
    /// <exception cref="ArgumentException">A p-value outside [0, 1].</exception>
    public static ImmutableArray<double> BenjaminiYekutieli(ImmutableArray<double> p) =>
        // p̃(i) = min over j ≥ i of c(m) m p(j) / j, c(m) = Σ 1/i for i = 1 … m
        StepUp(p, (rank, m) => Enumerable.Range(1, m).Sum(i => 1.0 / i) * m / rank);

    /// <summary>Bonferroni's: holds the chance of any false rejection, whatever the dependence; Holm's is never worse.</summary>
    /// <remarks>Dunn (1961), "Multiple Comparisons among Means".</remarks>
    /// <exception cref="ArgumentException">A p-value outside [0, 1].</exception>
    public static ImmutableArray<double> Bonferroni(ImmutableArray<double> p) =>
        // p̃ = m p
        StepDown(p, (_, m) => m);

    /// <summary>Hommel's: the closed test of Simes' inequality, sharper than Hochberg's under the same conditions.</summary>
    /// <remarks>Hommel (1988), "A Stagewise Rejective Multiple Test Procedure Based on a Modified Bonferroni Test"; algorithm of Wright (1992).</remarks>
    /// <exception cref="ArgumentException">A p-value outside [0, 1].</exception>
    public static ImmutableArray<double> Hommel(ImmutableArray<double> p)
    {
        var order = Ascending(p);
        var m = order.Length;
        var sorted = order.Select(test => p[test]).ToArray();
        var adjusted = (double[])sorted.Clone();
        for (var size = m; size >= 2; size--)
        {
            // Simes over the largest: c = min over i of size p(m − size + i) / i
            var smallest = Enumerable.Range(2, size - 1).Min(i => size * sorted[m - size + i - 1] / i);
            for (var i = 0; i < m; i++)
            {
                adjusted[i] = Math.Max(adjusted[i], i <= m - size ? Math.Min(smallest, size * sorted[i]) : smallest);
            }
        }

        var values = p.ToArray();
        for (var i = 0; i < m; i++)
        {
            values[order[i]] = adjusted[i];
        }

        return [.. values];
    }

    private static ImmutableArray<double> StepDown(ImmutableArray<double> p, Func<int, int, double> factor)
    {
        var order = Ascending(p);
        var adjusted = p.ToArray();
        var running = 0.0;
        for (var rank = 1; rank <= order.Length; rank++)
        {
            running = Math.Max(running, factor(rank, order.Length) * p[order[rank - 1]]);
            adjusted[order[rank - 1]] = Math.Min(1, running);
        }

        return [.. adjusted];
    }

    private static ImmutableArray<double> StepUp(ImmutableArray<double> p, Func<int, int, double> factor)
    {
        var order = Ascending(p);
        var adjusted = p.ToArray();
        var running = 1.0;
        for (var rank = order.Length; rank >= 1; rank--)
        {
            running = Math.Min(running, factor(rank, order.Length) * p[order[rank - 1]]);
            adjusted[order[rank - 1]] = running;
        }

        return [.. adjusted];
    }

    private static int[] Ascending(ImmutableArray<double> p)
    {
        foreach (var (test, value) in p.Index().Where(test => test.Item is < 0 or > 1))
        {
            throw new ArgumentException(FormattableString.Invariant($"The p-value of test number {test} is {value}: a p-value lies between 0 and 1, or is NaN where no test was made."));
        }

        return [.. Enumerable.Range(0, p.Length).Where(test => !double.IsNaN(p[test])).OrderBy(test => p[test])];
    }
}
