using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.SyntheticControl;

/// <summary>X'X = VEV' once, after which every λ costs next to nothing.</summary>
internal sealed class RidgeSpectrum
{
    // The columns of V.
    private readonly double[][] vectors;
    private readonly double[] values;

    public RidgeSpectrum(BalanceFeatures features)
    {
        var products = Matrix<double>.Build.Dense(features.Count, features.Count);
        for (var s = 0; s < features.Count; s++)
        {
            for (var t = 0; t <= s; t++)
            {
                products[s, t] = products[t, s] = VectorMath.Dot(features.Donors[s], features.Donors[t]);
            }
        }

        var decomposition = products.Evd(Symmetricity.Symmetric);
        vectors = decomposition.EigenVectors.ToColumnArrays();
        values = [.. decomposition.EigenValues.Select(value => Math.Max(0, value.Real))];
        Largest = values.Max();
    }

    public double Largest { get; }

    /// <summary>(X'X + λI)⁻¹ d</summary>
    public double[] Solve(double[] imbalance, double lambda)
    {
        var solution = new double[imbalance.Length];
        for (var k = 0; k < values.Length; k++)
        {
            VectorMath.AddScaled(solution, VectorMath.Dot(vectors[k], imbalance) / (values[k] + lambda), vectors[k]);
        }

        return solution;
    }

    /// <summary>dₜ − Σ over s ≠ t of Hₜₛdₛ / (1 − Hₜₜ) with H = V E(E + λ)⁻¹ V', for each λ of a grid.</summary>
    public double[] LeaveOneOutErrors(double[] imbalance, int leftOut, double[] grid)
    {
        double[] others = [.. imbalance];
        others[leftOut] = 0;
        var (products, squares) = (new double[values.Length], new double[values.Length]);
        for (var k = 0; k < products.Length; k++)
        {
            var own = vectors[k][leftOut];
            (products[k], squares[k]) = (own * VectorMath.Dot(vectors[k], others), own * own);
        }

        var errors = new double[grid.Length];
        for (var i = 0; i < grid.Length; i++)
        {
            var (predicted, rest) = (0.0, 0.0);
            for (var k = 0; k < products.Length; k++)
            {
                // 1 − Hₜₜ as a sum of positive terms: no digits are lost when H is near one.
                var share = 1 / (values[k] + grid[i]);
                predicted += products[k] * values[k] * share;
                rest += squares[k] * grid[i] * share;
            }

            errors[i] = imbalance[leftOut] - (predicted / rest);
        }

        return errors;
    }
}
