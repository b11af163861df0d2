namespace Utvardering.Statistics.Regression;

/// <summary>Poisson regression of counts on given columns, with exposure or offset.</summary>
/// <remarks>
/// log E(y) = log(exposure) + Xβ. Consistent for the mean whatever the distribution (Gourieroux, Monfort and Trognon 1984): with
/// <see cref="QuasiPoissonErrors"/>, robust or clustered standard errors the variance need not equal the mean. No constant is added.
/// </remarks>
public static class PoissonRegression
{
    /// <summary>Fits the regression. Rows that a combination of regressors predicts to be zero are left out, with a warning.</summary>
    /// <param name="counts">Counts, not negative; they need not be whole.</param>
    /// <param name="columns">The regressors, <see cref="DesignColumn.Intercept"/> first where there is to be a constant.</param>
    /// <param name="options">Exposure, weights, iterations.</param>
    /// <exception cref="ArgumentException">As <see cref="LeastSquares"/>, and a count below zero, or none above, an exposure that is not positive.</exception>
    public static RegressionFit Fit(double[] counts, IReadOnlyList<DesignColumn> columns, PoissonOptions? options = null)
    {
        options ??= new();
        var rows = PoissonRows.Check(counts, columns, [], options);
        return PoissonFitting.Fit(rows, RowSelection.All(counts.Length), options, options.Method ?? "Poisson regression", 0);
    }
}
