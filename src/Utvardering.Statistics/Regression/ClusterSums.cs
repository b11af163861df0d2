using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Regression;

/// <summary>Scores added up within groups.</summary>
internal static class ClusterSums
{
    /// <summary>Coefficients × groups: Σ over the group of w x̃ e.</summary>
    public static double[][] Of(RegressionFit fit, Grouping groups)
    {
        var working = new double[fit.Observations];
        fit.WorkingResiduals.CopyTo(working, 0);
        if (fit.Weights is not null)
        {
            VectorMath.Multiply(working, fit.Weights, working);
        }

        return [.. fit.Regressors.Select(column => Sum(column, working, groups))];
    }

    /// <summary>Σ over groups of (sum of scores)(sum of scores)′.</summary>
    public static Matrix<double> Meat(RegressionFit fit, Grouping groups) => NormalEquations.Gram(Of(fit, groups), null);

    private static double[] Sum(double[] column, double[] working, Grouping groups)
    {
        var sums = new double[groups.Count];
        var codes = groups.Codes;
        for (var row = 0; row < codes.Length; row++)
        {
            sums[codes[row]] += column[row] * working[row];
        }

        return sums;
    }
}
