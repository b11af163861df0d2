namespace Utvardering.Statistics.Regression;

/// <summary>Takes fixed effects out of columns: what is left is the residual of the weighted regression on all effects' dummies.</summary>
internal abstract class Absorption
{
    // Below this many numbers threads cost more than they give.
    private const int WorthThreads = 200_000;

    // The small system of the effects beside the largest is kept dense up to these sizes.
    private const int MostDenseLevels = 600;
    private const long MostCrossTable = 30_000_000;

    /// <summary>Whether every column so far met the tolerance.</summary>
    public bool Converged { get; protected set; } = true;

    /// <summary>Solves directly where the effects beside the largest have few levels (periods, regions), by conjugate gradients otherwise.</summary>
    public static Absorption Of(IReadOnlyList<Grouping> effects, double[]? weights) => IsDirect(effects)
        ? new DirectAbsorption(effects, weights)
        : new ConjugateAbsorption(effects, weights);

    /// <summary>Whether the effects' system is small enough for a direct solution.</summary>
    public static bool IsDirect(IReadOnlyList<Grouping> effects)
    {
        long largest = effects.Max(effect => effect.Count);
        var others = effects.Sum(effect => (long)effect.Count) - largest;
        return others <= MostDenseLevels && largest * others <= MostCrossTable;
    }

    /// <summary>What is left of each column; columns are independent, so that the result does not depend on the number of threads.</summary>
    public double[][] Residuals(double[][] columns, int threads)
    {
        var left = new double[columns.Length][];
        if (threads <= 1 || columns.Length < 2 || (long)columns.Length * columns[0].Length < WorthThreads)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                left[column] = Residual(columns[column]);
            }
        }
        else
        {
            Parallel.For(0, columns.Length, new() { MaxDegreeOfParallelism = threads }, column => left[column] = Residual(columns[column]));
        }

        return left;
    }

    /// <summary>What is left of one column.</summary>
    public abstract double[] Residual(double[] column);

    /// <summary>sums[group] += w · value over the rows.</summary>
    protected static void Accumulate(ReadOnlySpan<int> codes, double[] values, double[]? weights, double[] sums)
    {
        if (weights is null)
        {
            for (var row = 0; row < codes.Length; row++)
            {
                sums[codes[row]] += values[row];
            }

            return;
        }

        for (var row = 0; row < codes.Length; row++)
        {
            sums[codes[row]] += weights[row] * values[row];
        }
    }

    /// <summary>values −= effect[group] over the rows.</summary>
    protected static void Subtract(ReadOnlySpan<int> codes, double[] effect, double[] values)
    {
        for (var row = 0; row < codes.Length; row++)
        {
            values[row] -= effect[codes[row]];
        }
    }
}
