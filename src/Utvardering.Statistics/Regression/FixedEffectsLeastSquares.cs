using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Regression;

/// <summary>Linear regression with any number of fixed effects, which are taken out of outcome and regressors before the slopes are fitted.</summary>
/// <remarks>
/// Frisch and Waugh (1933), Lovell (1963): the slopes of y on X and dummies D are those of MₒY on MₒX with Mₒ = I − D (D′WD)⁻ D′W.
/// Standard errors count the fixed effects as <see cref="SmallSample"/> says; figures agree with fixest's <c>feols</c>.
/// </remarks>
public static class FixedEffectsLeastSquares
{
    /// <summary>Fits the regression.</summary>
    /// <param name="outcome">One value for each row.</param>
    /// <param name="columns">The regressors; no constant. Those that fixed effects or earlier ones explain are dropped and named in the result.</param>
    /// <param name="effects">At least one fixed effect.</param>
    /// <param name="options">Weights, singletons, threads.</param>
    /// <exception cref="ArgumentException">
    /// As <see cref="LeastSquares"/>, and: no effect; groups of another length; nothing left when singletons are out.
    /// </exception>
    public static RegressionFit Fit(
        double[] outcome, IReadOnlyList<DesignColumn> columns, IReadOnlyList<Grouping> effects, FixedEffectsOptions? options = null)
    {
        options ??= new();
        DesignCheck.Rows(outcome, columns, options.Weights);
        DesignCheck.Effects(outcome.Length, effects);
        var selected = options.LeaveOutSingletons ? RowSelection.WithoutSingletons(outcome.Length, effects) : RowSelection.All(outcome.Length);
        var fit = Fit(
            selected.Of(outcome),
            [.. columns.Select(column => selected.Of(column.Values))],
            [.. columns.Select(column => column.Name)],
            selected.Of(effects),
            selected.OfOptional(options.Weights),
            options.Method,
            options.Threads);
        return selected.IsAll ? fit : fit.On(selected, new EstimationWarning(
            EstimationWarningKind.SingletonsLeftOut, Value: selected.Given - selected.Rows.Length, Limit: selected.Given));
    }

    internal static RegressionFit Fit(
        double[] outcome, double[][] columns, string[] names, Grouping[] effects, double[]? weights, string method, int threads)
    {
        var absorption = Absorption.Of(effects, weights);
        var left = absorption.Residuals([outcome, .. columns], threads);
        var lengths = Array.ConvertAll(columns, column => NormalEquations.Gram([column], weights)[0, 0]);
        var solution = NormalEquations.Solve(left[1..], left[0], weights, lengths);
        DesignCheck.Freedom(outcome.Length, solution.Kept.Length, columns.Length);
        var fitted = (double[])outcome.Clone();
        VectorMath.AddScaled(fitted, -1, solution.Residuals);
        return new()
        {
            Method = method,
            Names = [.. solution.Kept.Select(column => names[column])],
            Dropped = [.. solution.Dropped.Select(column => names[column])],
            Coefficients = [.. solution.Coefficients],
            Residuals = solution.Residuals,
            Fitted = fitted,
            Rows = [.. Enumerable.Range(0, outcome.Length)],
            RowsGiven = outcome.Length,
            FixedEffects = [.. effects],
            Regressors = [.. solution.Kept.Select(column => left[column + 1])],
            Weights = weights,
            WorkingResiduals = solution.Residuals,
            Bread = solution.Bread,
            WithinSquares = NormalEquations.Gram([left[0]], weights)[0, 0],
            FitWarnings = absorption.Converged ? [] : [new(EstimationWarningKind.NotConverged)],
        };
    }
}
