using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.FewClusters;

/// <summary>All that draws of a wild bootstrap need from the rows of a regression: a few sums for each group that gets a weight.</summary>
/// <remarks>
/// <para>
/// x⊥ is the regressor of interest with all others taken out, S = Σ x⊥², ê the residual. Under β₀ the residual is ê + δ x⊥ with δ = β̂ − β₀.
/// A draw y* = fitted + v · residual has β̂* − β₀ = Σ v_h s_h / S, and the score of cluster g is Σ_{h in g} v_h s_h − f_g′ Σ_h v_h q_h with
/// s_h = x⊥_h′e_h, q_h = Z_h′e_h and f_g = Z_g′x⊥_g, Z an orthonormal basis of the regressors (Roodman, MacKinnon, Nielsen and Webb 2019,
/// "Fast and Wild", section 4). Each is linear in δ: s = s⁰ + δ u, q = q⁰ + δ q¹.
/// </para>
/// <para>
/// A fixed effect nested in the clusters needs no part in Z: x⊥ sums to zero within it. Others enter Z through their levels, with that effect
/// taken out of them. Rows are multiplied by √weight throughout.
/// </para>
/// </remarks>
internal sealed class WildScores
{
    // Directions with less than this share of the largest eigenvalue are rounding.
    private const double Negligible = 1e-12;

    private WildScores(RegressionFit fit, int coefficient, Grouping clusters, Grouping groups)
    {
        (ClusterCount, GroupCount) = (clusters.Count, groups.Count);
        Estimate = fit.Coefficients[coefficient];
        var partial = Partialled(fit, coefficient);
        (S, U) = (1 / fit.Bread[coefficient, coefficient], Sums(fit, groups, partial, partial));
        S0 = Sums(fit, groups, partial, fit.Residuals);
        ClusterOf = new int[GroupCount];
        for (var row = 0; row < fit.Observations; row++)
        {
            ClusterOf[groups.Codes[row]] = clusters.Codes[row];
        }

        (Q0, Q1) = Basis(fit, clusters, groups, partial);
        Turn();
        var scores = new double[ClusterCount];
        for (var h = 0; h < GroupCount; h++)
        {
            scores[ClusterOf[h]] += S0[h];
        }

        // CR0: √Σ_g (x⊥_g′ê_g)² / S
        StandardError = Math.Sqrt(VectorMath.Dot(scores, scores)) / S;
    }

    public double Estimate { get; }

    /// <summary>The CR0 standard error.</summary>
    public double StandardError { get; }

    public int ClusterCount { get; }

    public int GroupCount { get; }

    public int[] ClusterOf { get; }

    /// <summary>Σ x⊥².</summary>
    public double S { get; }

    public double[] S0 { get; }

    public double[] U { get; }

    /// <summary>Groups × directions.</summary>
    public Matrix<double> Q0 { get; private set; }

    public Matrix<double> Q1 { get; private set; }

    /// <summary>Clusters × directions, turned so that F′F is diagonal.</summary>
    public Matrix<double> F { get; private set; } = null!;

    /// <summary>The diagonal of F′F.</summary>
    public double[] Squares { get; private set; } = [];

    public static WildScores Of(RegressionFit fit, string coefficient, Grouping clusters, Grouping? subclusters)
    {
        if (fit.IsPoisson)
        {
            throw new ArgumentException("The wild cluster bootstrap is for linear regressions: a Poisson regression has no residuals to multiply. Use randomisation inference.");
        }

        var used = ClusteredErrors.AtLeastTwo(fit.Used(clusters));
        var groups = subclusters is null ? used : fit.Used(subclusters);
        return groups.IsNestedIn(used)
            ? new(fit, fit.IndexOf(coefficient), used, groups)
            : throw new ArgumentException($"Some groups of \"{groups.Name}\" lie in several clusters of \"{used.Name}\": subclusters must lie within one cluster each.");
    }

    // x⊥ = X̃ B_j / B_jj
    private static double[] Partialled(RegressionFit fit, int coefficient)
    {
        var partial = new double[fit.Observations];
        for (var column = 0; column < fit.Names.Length; column++)
        {
            VectorMath.AddScaled(partial, fit.Bread[column, coefficient] / fit.Bread[coefficient, coefficient], fit.Regressors[column]);
        }

        return partial;
    }

    private static double[] Sums(RegressionFit fit, Grouping groups, double[] one, double[] other)
    {
        var sums = new double[groups.Count];
        for (var row = 0; row < one.Length; row++)
        {
            sums[groups.Codes[row]] += (fit.Weights?[row] ?? 1) * one[row] * other[row];
        }

        return sums;
    }

    private static (Matrix<double> OfResidual, Matrix<double> OfPartial) Basis(RegressionFit fit, Grouping clusters, Grouping groups, double[] partial)
    {
        // P_X̃ = (X̃L)(X̃L)′ with B = LL′
        var root = fit.Bread.Cholesky().Factor;
        Matrix<double> OfRegressors(double[] values) =>
            Matrix<double>.Build.DenseOfColumnArrays(fit.Regressors.Select(regressor => Sums(fit, groups, regressor, values))) * root;

        var (residual, own) = (OfRegressors(fit.Residuals), OfRegressors(partial));
        if (EffectBasis.Of(fit, clusters) is not { } effects)
        {
            return (residual, own);
        }

        return (residual.Append(effects.Sums(groups, fit.Residuals)), own.Append(effects.Sums(groups, partial)));
    }

    // Only directions in which some f_g points matter, and in their own axes F′F is diagonal.
    private void Turn()
    {
        F = Matrix<double>.Build.Dense(ClusterCount, Q1.ColumnCount);
        for (var h = 0; h < GroupCount; h++)
        {
            F.SetRow(ClusterOf[h], F.Row(ClusterOf[h]) + Q1.Row(h));
        }

        var axes = F.TransposeThisAndMultiply(F).Evd(Symmetricity.Symmetric);
        var values = axes.EigenValues.Select(value => value.Real).ToArray();
        int[] kept = [.. Enumerable.Range(0, values.Length).Where(i => values[i] > Negligible * Negligible * S)];
        Squares = [.. kept.Select(i => values[i])];
        var turn = Matrix<double>.Build.DenseOfColumnVectors(kept.Select(i => axes.EigenVectors.Column(i)));
        (F, Q0, Q1) = (F * turn, Q0 * turn, Q1 * turn);
    }
}
