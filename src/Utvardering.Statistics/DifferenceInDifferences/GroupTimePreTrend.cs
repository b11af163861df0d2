using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Distributions;

namespace Utvardering.Statistics.DifferenceInDifferences;

internal static class GroupTimePreTrend
{
    /// <summary>R's machine epsilon, did's limit for the reciprocal condition number.</summary>
    private const double Singular = 2.2e-16;

    public static PreTrendWald? Of(ImmutableArray<GroupTimeCell> cells, InfluenceInference inference)
    {
        var before = cells
            .Where(cell => cell.Period < cell.Cohort && cell.Influence is not null)
            .Select(cell => (cell.Value, Influence: inference.ByCluster(cell.Influence!)))
            .Where(cell => InfluenceInference.Covariance(cell.Influence, cell.Influence) > 0)
            .ToArray();
        if (before.Length == 0)
        {
            return null;
        }

        double[] deviations = [.. before.Select(cell => Math.Sqrt(InfluenceInference.Covariance(cell.Influence, cell.Influence)))];
        var correlation = Matrix<double>.Build.Dense(before.Length, before.Length);
        for (var i = 0; i < before.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                correlation[i, j] = correlation[j, i] = InfluenceInference.Covariance(before[i].Influence, before[j].Influence) / (deviations[i] * deviations[j]);
            }
        }

        var values = correlation.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).ToArray();
        if (values.Min() <= before.Length * Singular * values.Max())
        {
            return null;
        }

        // W = a′ V⁻¹ a, in units of each effect's own standard error
        var scaled = Vector<double>.Build.DenseOfEnumerable(before.Zip(deviations, (cell, deviation) => cell.Value / deviation));
        var statistic = scaled * correlation.Cholesky().Solve(scaled);
        return new(statistic, before.Length, Tail.ChiSquared(statistic, before.Length));
    }
}
