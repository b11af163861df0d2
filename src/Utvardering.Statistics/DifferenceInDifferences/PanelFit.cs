using System.Collections.Immutable;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The regression of a panel's rows on regressors and the fixed effects asked for: linear, or of counts.</summary>
internal static class PanelFit
{
    private static readonly ImmutableArray<string> UnitAndPeriod = ["unit", "period"];

    public static RegressionFit Linear(PanelRows rows, DesignColumn[] columns, ImmutableArray<string>? effects, string method)
    {
        var groupings = rows.Effects(effects ?? UnitAndPeriod);
        return groupings.Length == 0
            ? LeastSquares.Fit(rows.Outcome, WithConstant(rows, columns), new() { Weights = rows.Weights, Method = Named(method, effects, "least squares") })
            : FixedEffectsLeastSquares.Fit(rows.Outcome, columns, groupings, new() { Weights = rows.Weights, Method = Named(method, effects, "fixed effects") });
    }

    public static RegressionFit Poisson(PanelRows rows, DesignColumn[] columns, ImmutableArray<string>? effects, string method)
    {
        var groupings = rows.Effects(effects ?? UnitAndPeriod);
        var options = new PoissonOptions
        {
            Weights = rows.Weights,
            Exposure = rows.Exposure,
            Method = Named(method, effects, groupings.Length == 0 ? "Poisson regression" : "Poisson fixed effects"),
        };
        return groupings.Length == 0
            ? PoissonRegression.Fit(rows.Outcome, WithConstant(rows, columns), options)
            : FixedEffectsPoisson.Fit(rows.Outcome, columns, groupings, options);
    }

    private static DesignColumn[] WithConstant(PanelRows rows, DesignColumn[] columns) => [DesignColumn.Intercept(rows.Count), .. columns];

    private static string Named(string twoWay, ImmutableArray<string>? effects, string other) =>
        effects is not { } names ? twoWay : names.IsEmpty ? other : $"{other} of {string.Join(", ", names)}";
}
