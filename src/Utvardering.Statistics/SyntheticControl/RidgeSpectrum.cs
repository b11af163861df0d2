using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.SyntheticControl;

/// <summary>X'X = VEV' once, after which every λ costs next to nothing.</summary>
internal sealed class RidgeSpectrum
{
    private readonly Matrix<double> _vectors;
    private readonly double[] _values;

    public RidgeSpectrum(BalanceFeatures features)
    {
        var products = Matrix<double>.Build.Dense(features.Count, features.Count, (s, t) => VectorMath.Dot(features.Donors[s], features.Donors[t]));
        var decomposition = products.Evd(Symmetricity.Symmetric);
        _vectors = decomposition.EigenVectors;
        _values = [.. decomposition.EigenValues.Select(value => Math.Max(0, value.Real))];
        Largest = _values.Max();
    }

    public double Largest { get; }

    /// <summary>(X'X + λI)⁻¹ d</summary>
    public double[] Solve(double[] imbalance, double lambda)
    {
        var rotated = _vectors.TransposeThisAndMultiply(Vector<double>.Build.Dense(imbalance));
        return (_vectors * Vector<double>.Build.Dense(_values.Length, k => rotated[k] / (_values[k] + lambda))).ToArray();
    }

    /// <summary>dₜ − Σ over s ≠ t of Hₜₛdₛ / (1 − Hₜₜ) with H = V E(E + λ)⁻¹ V', for each λ of a grid.</summary>
    public double[] LeaveOneOutErrors(double[] imbalance, int leftOut, double[] grid)
    {
        var others = Vector<double>.Build.Dense([.. imbalance.Select((value, s) => s == leftOut ? 0 : value)]);
        var rotated = _vectors.TransposeThisAndMultiply(others);
        var own = _vectors.Row(leftOut);
        return [.. grid.Select(lambda =>
        {
            var (predicted, rest) = (0.0, 0.0);
            for (var k = 0; k < _values.Length; k++)
            {
                predicted += own[k] * rotated[k] * _values[k] / (_values[k] + lambda);

                // 1 − Hₜₜ as a sum of positive terms: no digits are lost when H is near one.
                rest += own[k] * own[k] * lambda / (_values[k] + lambda);
            }

            return imbalance[leftOut] - (predicted / rest);
        })];
    }
}
