using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Regression;

/// <summary>Linear regression on given columns, weighted or not.</summary>
/// <remarks>
/// β̂ = (X′WX)⁻¹ X′Wy. A column that is a linear combination of the ones before it is dropped and named in the result.
/// No constant is added: give <see cref="DesignColumn.Intercept"/> as the first column, the others are then centred within, which keeps
/// calendar years and other columns far from zero exact.
/// </remarks>
public static class LeastSquares
{
    /// <summary>Fits the regression.</summary>
    /// <param name="outcome">One value for each row.</param>
    /// <param name="columns">The regressors, each with one value for each row.</param>
    /// <param name="options">Weights and the method's name.</param>
    /// <exception cref="ArgumentException">
    /// No rows; columns of other lengths; two columns of one name; a value that is no number; a weight that is not positive; nothing left to
    /// estimate; fewer rows than coefficients. The message names the column and the row.
    /// </exception>
    public static RegressionFit Fit(double[] outcome, IReadOnlyList<DesignColumn> columns, LeastSquaresOptions? options = null)
    {
        options ??= new();
        DesignCheck.Rows(outcome, columns, options.Weights);
        return Fit(outcome, [.. columns.Select(column => column.Values)], [.. columns.Select(column => column.Name)], options.Weights, options.Method);
    }

    internal static RegressionFit Fit(double[] outcome, double[][] values, string[] names, double[]? weights, string method)
    {
        var centres = Centres(values, weights);
        var solution = NormalEquations.Solve(Centred(values, centres), outcome, weights, null);
        DesignCheck.Freedom(outcome.Length, solution.Kept.Length, values.Length);
        var (coefficients, bread) = Uncentred(solution, centres);
        return new()
        {
            Method = method,
            Names = [.. solution.Kept.Select(column => names[column])],
            Dropped = [.. solution.Dropped.Select(column => names[column])],
            Coefficients = [.. coefficients],
            Residuals = solution.Residuals,
            Fitted = [.. outcome.Zip(solution.Residuals, (y, e) => y - e)],
            Rows = [.. Enumerable.Range(0, outcome.Length)],
            RowsGiven = outcome.Length,
            Regressors = [.. solution.Kept.Select(column => values[column])],
            Weights = weights,
            WorkingResiduals = solution.Residuals,
            Bread = bread,
        };
    }

    /// <summary>How many of the first column each column is moved by; null where the first column is no constant.</summary>
    private static double[]? Centres(double[][] columns, double[]? weights)
    {
        if (columns.Length == 0 || columns[0][0] == 0 || columns[0].AsSpan().ContainsAnyExcept(columns[0][0]))
        {
            return null;
        }

        var constant = columns[0];
        var length = NormalEquations.Project([constant], constant, weights)[0];
        return [0, .. NormalEquations.Project(columns[1..], constant, weights).Select(product => product / length)];
    }

    private static double[][] Centred(double[][] columns, double[]? centres) => centres is null
        ? columns
        : [columns[0], .. columns.Skip(1).Select((column, i) => Array.ConvertAll(column, value => value - (centres[i + 1] * columns[0][0])))];

    // Xc = XA with A = I − e₁c′, so β = Aβc and (X′WX)⁻¹ = A (Xc′WXc)⁻¹ A′.
    private static (double[] Coefficients, Matrix<double> Bread) Uncentred(NormalEquations solution, double[]? centres)
    {
        if (centres is null)
        {
            return (solution.Coefficients, solution.Bread);
        }

        var turn = Matrix<double>.Build.DenseIdentity(solution.Kept.Length);
        for (var j = 1; j < solution.Kept.Length; j++)
        {
            turn[0, j] = -centres[solution.Kept[j]];
        }

        return ((turn * Vector<double>.Build.Dense(solution.Coefficients)).ToArray(), turn * solution.Bread * turn.Transpose());
    }
}
