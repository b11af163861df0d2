using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Regression;

/// <summary>The matrices of <see cref="BiasReducedErrors"/>, cluster by cluster.</summary>
internal sealed class BiasReduction
{
    private readonly RegressionFit fit;

    // M = (X′WX)⁻¹ and M X′W²X M of the full design, fixed effects written out.
    private readonly Matrix<double> inverse;
    private readonly Matrix<double> squared;
    private readonly Cluster[] clusters;

    public BiasReduction(RegressionFit fit, Grouping clusters)
    {
        this.fit = fit;
        double[][] design = [.. fit.Regressors, .. fit.FixedEffects.SelectMany(Dummies)];
        var solution = NormalEquations.Solve(design, fit.Residuals, fit.Weights, null);
        design = [.. solution.Kept.Select(column => design[column])];
        inverse = solution.Bread;
        var weights = fit.Weights;
        squared = weights is null ? inverse : inverse * NormalEquations.Gram(design, Array.ConvertAll(weights, weight => weight * weight)) * inverse;
        var rows = new List<int>[clusters.Count];
        for (var row = 0; row < clusters.Rows; row++)
        {
            (rows[clusters.Codes[row]] ??= []).Add(row);
        }

        this.clusters = [.. rows.Select(cluster => Adjust(cluster, design))];
    }

    /// <summary>B (Σ_g X̃_g′ W_g A_g e_g e_g′ A_g W_g X̃_g) B.</summary>
    public Matrix<double> Covariance()
    {
        var meat = Matrix<double>.Build.Dense(fit.Names.Length, fit.Names.Length);
        foreach (var cluster in clusters)
        {
            var score = cluster.Adjusted.TransposeThisAndMultiply(cluster.Residuals);
            meat += score.OuterProduct(score);
        }

        return fit.Bread * meat * fit.Bread;
    }

    /// <summary>Satterthwaite's degrees of freedom (tr P)² / tr P², where errors are independent with equal variance.</summary>
    public double Degrees(Vector<double> combination)
    {
        var direction = fit.Bread * combination;

        // p_g = (I − H)_g′ a_g with a_g = A_g W_g X̃_g B c, and P_gh = p_g′ p_h, written in the dimension of the design.
        var parts = clusters.Select(cluster =>
        {
            var a = cluster.Adjusted * direction;
            return (Own: a * a, Plain: cluster.Design.TransposeThisAndMultiply(a), Weighted: cluster.Weighted.TransposeThisAndMultiply(a));
        }).ToArray();
        var turned = parts.Select(part => (ByInverse: inverse * part.Plain, BySquared: squared * part.Plain)).ToArray();
        double trace = 0, squares = 0;
        for (var g = 0; g < parts.Length; g++)
        {
            for (var h = 0; h < parts.Length; h++)
            {
                var p = (parts[g].Plain * turned[h].BySquared) - (parts[g].Weighted * turned[h].ByInverse) - (turned[g].ByInverse * parts[h].Weighted)
                    + (g == h ? parts[g].Own : 0);
                trace += g == h ? p : 0;
                squares += p * p;
            }
        }

        return trace * trace / squares;
    }

    private static IEnumerable<double[]> Dummies(Grouping effect)
    {
        for (var level = 0; level < effect.Count; level++)
        {
            var column = new double[effect.Rows];
            for (var row = 0; row < column.Length; row++)
            {
                column[row] = effect.Codes[row] == level ? 1 : 0;
            }

            yield return column;
        }
    }

    private Cluster Adjust(List<int> rows, double[][] design)
    {
        var x = Matrix<double>.Build.Dense(rows.Count, design.Length, (row, column) => design[column][rows[row]]);
        var weighted = Matrix<double>.Build.Dense(rows.Count, design.Length, (row, column) => x[row, column] * (fit.Weights?[rows[row]] ?? 1));

        // B_g = I − H_gg − H_gg′ + X_g M X′W²X M X_g′
        var hat = (x * inverse).TransposeAndMultiply(weighted);
        var b = Matrix<double>.Build.DenseIdentity(rows.Count) - hat - hat.Transpose() + (x * squared).TransposeAndMultiply(x);
        var slopes = Matrix<double>.Build.Dense(
            rows.Count, fit.Names.Length, (row, column) => fit.Regressors[column][rows[row]] * (fit.Weights?[rows[row]] ?? 1));
        return new(x, weighted, InverseRoot(b) * slopes, Vector<double>.Build.Dense(rows.Count, row => fit.Residuals[rows[row]]));
    }

    private static Matrix<double> InverseRoot(Matrix<double> symmetric)
    {
        var eigen = ((symmetric + symmetric.Transpose()) / 2).Evd(Symmetricity.Symmetric);
        var roots = eigen.EigenValues.Map(value => value.Real < 1e-10 ? 0 : 1 / Math.Sqrt(value.Real));
        return eigen.EigenVectors * Matrix<double>.Build.DenseOfDiagonalVector(roots) * eigen.EigenVectors.Transpose();
    }

    /// <summary>One cluster's rows: X_g, W_g X_g of the full design, A_g W_g X̃_g and e_g.</summary>
    private sealed record Cluster(Matrix<double> Design, Matrix<double> Weighted, Matrix<double> Adjusted, Vector<double> Residuals);
}
