namespace Utvardering.Statistics.Regression;

/// <summary>Poisson regression of counts with any number of fixed effects, exposure or offset.</summary>
/// <remarks>
/// Each step of iteratively reweighted least squares takes the effects out of working outcome and regressors (Correia, Guimarães and Zylkin 2020,
/// "Fast Poisson Estimation with High-Dimensional Fixed Effects"). One- and two-way effects cause no incidental parameters problem in a Poisson
/// model (Fernández-Val and Weidner 2016). Groups of an effect without any count are fitted perfectly by minus infinity: their
/// rows are left out and told. Figures agree with fixest's <c>fepois</c>.
/// </remarks>
public static class FixedEffectsPoisson
{
    /// <summary>Fits the regression. Rows that effects or regressors predict to be zero are left out, with a warning.</summary>
    /// <param name="counts">Counts, not negative; they need not be whole.</param>
    /// <param name="columns">The regressors; no constant.</param>
    /// <param name="effects">At least one fixed effect.</param>
    /// <param name="options">Exposure, weights, singletons, iterations.</param>
    /// <exception cref="ArgumentException">As <see cref="FixedEffectsLeastSquares"/>, and a count below zero, or none above, an exposure that is not positive.</exception>
    public static RegressionFit Fit(
        double[] counts, IReadOnlyList<DesignColumn> columns, IReadOnlyList<Grouping> effects, PoissonOptions? options = null)
    {
        options ??= new();
        DesignCheck.Effects(counts.Length, effects);
        var rows = PoissonRows.Check(counts, columns, effects, options);
        var selected = RowSelection.WithCounts(counts, effects);
        var left = rows.On(selected);
        var singletons = 0;
        if (options.LeaveOutSingletons)
        {
            var further = RowSelection.WithoutSingletons(left.Counts.Length, left.Effects);
            singletons = further.Given - further.Rows.Length;
            selected = selected.Then(further);
        }

        return PoissonFitting.Fit(rows, selected, options, options.Method ?? "Poisson regression with fixed effects", singletons);
    }
}
