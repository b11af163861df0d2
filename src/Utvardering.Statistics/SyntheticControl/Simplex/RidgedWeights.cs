using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>
/// min ‖Σ wⱼxⱼ − y‖² + ρ‖w‖² over the simplex, for many targets y and choices among the same columns xⱼ. With a ridge that counts many weights are
/// positive: the problem is solved in the space of the rows, where that costs nothing.
/// </summary>
/// <remarks>
/// With the residual ν = Σ wⱼxⱼ − y and the level λ of the gradient, wⱼ = max(0, λ − xⱼ'ν) / ρ; (ν, λ) maximises the dual
/// −½‖ν‖² − y'ν + λ − (1/2ρ) Σ max(0, λ − xⱼ'ν)², by <see cref="PositivePartNewton"/> in ν/ρ and λ/ρ. Columns and target are moved by the columns' mean,
/// which changes nothing as Σw = 1, and divided by the length of the longest.
/// </remarks>
internal sealed class RidgedWeights
{
    // With less of a ridge the dual loses digits, and few weights are positive: the other solver's case.
    private const double SmallestRidge = 1e-6;

    // What is left of the gradient is how far the conditions of the optimum are from being met, on the scale of the longest column.
    private const double Accuracy = 1e-13;

    private readonly ColumnProducts columns;
    private readonly double[] mean;
    private readonly double scale;

    /// <param name="columns">x, one after the other.</param>
    /// <param name="rows">The entries of a column.</param>
    public RidgedWeights(double[] columns, int rows)
    {
        var count = columns.Length / rows;
        mean = new double[rows];
        for (var column = 0; column < count; column++)
        {
            VectorMath.AddScaled(mean, 1.0 / count, columns.AsSpan(column * rows, rows));
        }

        var longest = 0.0;
        for (var column = 0; column < count; column++)
        {
            var entries = columns.AsSpan(column * rows, rows);
            VectorMath.AddScaled(entries, -1, mean);
            longest = Math.Max(longest, VectorMath.Dot(entries, entries));
        }

        scale = longest > 0 ? Math.Sqrt(longest) : 1;
        this.columns = new(rows + 1, count, (column, values) =>
        {
            VectorMath.AddScaled(values[..rows], -1 / scale, columns.AsSpan(column * rows, rows));
            values[rows] = 1;
        });
    }

    /// <summary>The weights, one for each column; null where the ridge is too small beside the columns, or they beside the target, for this way to be accurate.</summary>
    /// <param name="target">y.</param>
    /// <param name="ridge">ρ.</param>
    /// <param name="times">How often each column is there: each time has the weight given; null: once.</param>
    public double[]? For(ReadOnlySpan<double> target, double ridge, int[]? times = null)
    {
        var price = ridge / (scale * scale);
        if (!(price >= SmallestRidge))
        {
            return null;
        }

        var rows = mean.Length;
        var (right, prices, dual) = (new double[rows + 1], new double[rows + 1], new double[rows + 1]);
        VectorMath.AddScaled(right.AsSpan(0, rows), -1 / scale, target);
        VectorMath.AddScaled(right.AsSpan(0, rows), 1 / scale, mean);
        Array.Fill(prices, price, 0, rows);
        right[rows] = 1;

        // Equal weights: all are positive.
        dual[rows] = 1.0 / (times?.Sum() ?? columns.Count);
        var weights = new double[columns.Count];
        return new PositivePartNewton(columns, right, prices, times).Run(dual, weights) <= Accuracy ? weights : null;
    }
}
