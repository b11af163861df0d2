using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.Optimisation;

/// <summary>B⁻¹A beside B⁻¹b for a basis B, and the pivots that lead from vertex to vertex.</summary>
internal sealed class SimplexTableau
{
    private const double PivotTolerance = 1e-11;
    private const double CostTolerance = 1e-11;
    private const int StalledPivots = 20;

    // Rows of variables + 1 numbers, the right-hand side last.
    private readonly double[][] rows;
    private readonly int columns;

    private SimplexTableau(double[][] rows, int columns, int[] basis) => (this.rows, this.columns, Basis) = (rows, columns, basis);

    /// <summary>The basic variable of each row.</summary>
    public int[] Basis { get; }

    /// <summary>The pivots since it was made.</summary>
    public int Pivots { get; private set; }

    /// <summary>The equations with one artificial variable each, which is their basis.</summary>
    public static SimplexTableau WithArtificials(IReadOnlyList<double[]> equations, IReadOnlyList<double> rightHandSide)
    {
        var (m, n) = (equations.Count, equations[0].Length);
        var rows = new double[m][];
        for (var i = 0; i < m; i++)
        {
            var sign = rightHandSide[i] < 0 ? -1 : 1;
            rows[i] = new double[n + m + 1];
            for (var j = 0; j < n; j++)
            {
                rows[i][j] = sign * equations[i][j];
            }

            rows[i][n + i] = 1;
            rows[i][n + m] = sign * rightHandSide[i];
        }

        return new(rows, n + m, [.. Enumerable.Range(n, m)]);
    }

    /// <summary>The tableau at a known basis, by Gauss–Jordan elimination with the largest pivot of each column.</summary>
    public static SimplexTableau At(double[][] equations, double[] rightHandSide, int[] basis)
    {
        var n = equations.Length == 0 ? 0 : equations[0].Length;
        var rows = new double[equations.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = [.. equations[i], rightHandSide[i]];
        }

        var tableau = new SimplexTableau(rows, n, new int[rows.Length]);
        for (var i = 0; i < rows.Length; i++)
        {
            var column = basis[i];
            var best = i;
            for (var row = i + 1; row < rows.Length; row++)
            {
                best = Math.Abs(rows[row][column]) > Math.Abs(rows[best][column]) ? row : best;
            }

            (rows[i], rows[best]) = (rows[best], rows[i]);
            tableau.Pivot(i, column);
        }

        return tableau;
    }

    /// <summary>Drives the artificial variables out. Gives the rows that are not redundant and their basis, or no basis where no point is feasible.</summary>
    public (int[] Rows, int[]? Basis) FirstPhase(int variables)
    {
        var objective = new double[columns];
        objective.AsSpan(variables).Fill(-1);
        Improve(objective);
        var scale = Math.Max(1, rows.Max(row => row.Take(variables).Select(Math.Abs).DefaultIfEmpty(0).Max()));
        if (rows.Index().Where(row => Basis[row.Index] >= variables).Sum(row => row.Item[columns]) > 1e-9 * scale)
        {
            return ([.. Enumerable.Range(0, rows.Length)], null);
        }

        // An artificial variable at zero leaves for any variable that can take its row; a row that none can take repeats others.
        var redundant = new HashSet<int>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (Basis[i] >= variables)
            {
                var column = Enumerable.Range(0, variables).MaxBy(j => Math.Abs(rows[i][j]));
                if (Math.Abs(rows[i][column]) > 1e-9 * scale)
                {
                    Pivot(i, column);
                }
                else
                {
                    // Artificial variables stand in the order of their equations.
                    redundant.Add(Basis[i] - variables);
                }
            }
        }

        return (
            [.. Enumerable.Range(0, rows.Length).Where(row => !redundant.Contains(row))],
            [.. Basis.Where(column => column < variables)]);
    }

    /// <summary>Pivots until no variable can raise the objective; false when it has no bound.</summary>
    public bool Improve(ReadOnlySpan<double> objective)
    {
        var costs = new double[columns];
        var largest = 1e-300;
        foreach (var cost in objective)
        {
            largest = Math.Max(largest, Math.Abs(cost));
        }

        var stalled = 0;
        while (true)
        {
            ReducedCosts(objective, costs);
            var entering = Entering(costs, CostTolerance * largest, firstOnly: stalled > StalledPivots);
            if (entering < 0)
            {
                return true;
            }

            var leaving = Leaving(entering);
            if (leaving < 0)
            {
                return false;
            }

            stalled = rows[leaving][columns] > PivotTolerance ? 0 : stalled + 1;
            Pivot(leaving, entering);
        }
    }

    /// <summary>The values of the first variables.</summary>
    public double[] Point(int variables)
    {
        var point = new double[variables];
        for (var i = 0; i < rows.Length; i++)
        {
            point[Basis[i]] = Math.Max(0, rows[i][columns]);
        }

        return point;
    }

    // c̄ = c − c_B′ B⁻¹A
    private void ReducedCosts(ReadOnlySpan<double> objective, double[] costs)
    {
        objective.CopyTo(costs);
        for (var i = 0; i < rows.Length; i++)
        {
            var basic = objective[Basis[i]];
            if (basic != 0)
            {
                VectorMath.AddScaled(costs, -basic, rows[i]);
            }
        }
    }

    // The largest reduced cost, or the first positive one under Bland's rule.
    private static int Entering(double[] costs, double tolerance, bool firstOnly)
    {
        var entering = -1;
        for (var j = 0; j < costs.Length; j++)
        {
            if (costs[j] > tolerance && (entering < 0 || costs[j] > costs[entering]))
            {
                entering = j;
                if (firstOnly)
                {
                    break;
                }
            }
        }

        return entering;
    }

    // The smallest ratio; among ties the basic variable with the lowest number.
    private int Leaving(int entering)
    {
        var leaving = -1;
        var smallest = double.PositiveInfinity;
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i][entering] > PivotTolerance)
            {
                var ratio = Math.Max(0, rows[i][columns]) / rows[i][entering];
                if (ratio < smallest - 1e-14 || (ratio <= smallest + 1e-14 && leaving >= 0 && Basis[i] < Basis[leaving]))
                {
                    (smallest, leaving) = (Math.Min(ratio, smallest), i);
                }
            }
        }

        return leaving;
    }

    private void Pivot(int row, int column)
    {
        Pivots++;
        var pivot = rows[row];
        var divisor = pivot[column];
        for (var j = 0; j < pivot.Length; j++)
        {
            pivot[j] /= divisor;
        }

        pivot[column] = 1;
        foreach (var other in rows)
        {
            var factor = other[column];
            if (!ReferenceEquals(other, pivot) && factor != 0)
            {
                VectorMath.AddScaled(other, -factor, pivot);
                other[column] = 0;
            }
        }

        Basis[row] = column;
    }
}
