using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>Weighted moments of a few regressors and their inverse.</summary>
internal static class SmallSystem
{
    /// <summary>Below this share of the largest eigenvalue the smallest is rounding.</summary>
    private const double Singular = 1e-12;

    /// <summary>(mean of w x x′)⁻¹, or null when the regressors are collinear where the weight is.</summary>
    public static Matrix<double>? InverseMoments(TwoPeriodSample sample, Func<int, double> weight)
    {
        var moments = Matrix<double>.Build.Dense(sample.Width, sample.Width);
        for (var i = 0; i < sample.Count; i++)
        {
            var w = weight(i);
            if (w == 0)
            {
                continue;
            }

            var row = sample.Row(i);
            for (var a = 0; a < row.Length; a++)
            {
                for (var b = 0; b <= a; b++)
                {
                    moments[a, b] += w * row[a] * row[b];
                }
            }
        }

        for (var a = 0; a < sample.Width; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                moments[a, b] /= sample.Count;
                moments[b, a] = moments[a, b];
            }
        }

        var values = moments.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).ToArray();
        return values.Min() > Singular * values.Max() ? moments.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(sample.Width)) : null;
    }

    /// <summary>mean of w x.</summary>
    public static Vector<double> Mean(TwoPeriodSample sample, Func<int, double> weight)
    {
        var mean = Vector<double>.Build.Dense(sample.Width);
        for (var i = 0; i < sample.Count; i++)
        {
            var w = weight(i);
            var row = sample.Row(i);
            for (var a = 0; a < row.Length; a++)
            {
                mean[a] += w * row[a];
            }
        }

        return mean / sample.Count;
    }

    public static double Dot(ReadOnlySpan<double> row, Vector<double> coefficients)
    {
        double sum = 0;
        for (var a = 0; a < row.Length; a++)
        {
            sum += row[a] * coefficients[a];
        }

        return sum;
    }
}
