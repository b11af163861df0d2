using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.SyntheticControl;

/// <summary>X'X = VEV' once, after which every λ costs next to nothing.</summary>
internal sealed class RidgeSpectrum
{
    private readonly Matrix<double> vectors;
    private readonly double[] values;

    public RidgeSpectrum(BalanceFeatures features)
    {
        var products = Matrix<double>.Build.Dense(features.Count, features.Count, (s, t) => VectorMath.Dot(features.Donors[s], features.Donors[t]));
        var decomposition = products.Evd(Symmetricity.Symmetric);
        vectors = decomposition.EigenVectors;
        values = [.. decomposition.EigenValues.Select(value => Math.Max(0, value.Real))];
        Largest = values.Max();
    }

    public double Largest { get; }

    /// <summary>(X'X + λI)⁻¹ d</summary>
    public double[] Solve(double[] imbalance, double lambda)
    {
        var rotated = vectors.TransposeThisAndMultiply(Vector<double>.Build.Dense(imbalance));
        return (vectors * Vector<double>.Build.Dense(values.Length, k => rotated[k] / (values[k] + lambda))).ToArray();
    }

    /// <summary>dₜ − Σ over s ≠ t of Hₜₛdₛ / (1 − Hₜₜ) with H = V E(E + λ)⁻¹ V', for each λ of a grid.</summary>
    public double[] LeaveOneOutErrors(double[] imbalance, int leftOut, double[] grid)
    {
        var others = Vector<double>.Build.Dense([.. imbalance.Select((value, s) => s == leftOut ? 0 : value)]);
        var rotated = vectors.TransposeThisAndMultiply(others);
        var own = vectors.Row(leftOut);
        return [.. grid.Select(lambda =>
        {
            var (predicted, rest) = (0.0, 0.0);
            for (var k = 0; k < values.Length; k++)
            {
                predicted += own[k] * rotated[k] * values[k] / (values[k] + lambda);

                // 1 − Hₜₜ as a sum of positive terms: no digits are lost when H is near one.
                rest += own[k] * own[k] * lambda / (values[k] + lambda);
            }

            return imbalance[leftOut] - (predicted / rest);
        })];
    }
}
