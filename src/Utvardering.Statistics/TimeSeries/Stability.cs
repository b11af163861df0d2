using MathNet.Numerics.Distributions;
using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.TimeSeries;

/// <summary>Did a series keep to one model? Tests before an interruption that warn against extrapolating its trend, or at a known break.</summary>
public static class Stability
{
    /// <summary>Chow's test of a break at a known period: F = ((RSS − RSS₁ − RSS₂) / K) / ((RSS₁ + RSS₂) / (n − 2K)).</summary>
    /// <remarks>Chow (1960), "Tests of Equality Between Sets of Coefficients in Two Linear Regressions".</remarks>
    /// <param name="outcome">One value for each period, in order.</param>
    /// <param name="columns">The regressors, none constant on one side besides the constant.</param>
    /// <param name="at">The position of the first period after the break.</param>
    /// <exception cref="ArgumentException">A side with too few periods for the coefficients, or on which they cannot all be estimated.</exception>
    public static StabilityTest Chow(double[] outcome, IReadOnlyList<DesignColumn> columns, int at)
    {
        var k = columns.Count;
        if (at <= k || outcome.Length - at <= k)
        {
            throw new ArgumentException($"A break at position {at} leaves {at} and {outcome.Length - at} periods for {k} coefficients: each side needs more periods than coefficients.");
        }

        double Squares(Range range)
        {
            var fit = LeastSquares.Fit(outcome[range], [.. columns.Select(column => column with { Values = column.Values[range] })]);
            return fit.Dropped.IsEmpty
                ? fit.Deviance
                : throw new ArgumentException($"On one side of the break \"{fit.Dropped[0]}\" is a combination of the other regressors: leave it out of the test.");
        }

        var apart = Squares(..at) + Squares(at..);
        var statistic = (Squares(..) - apart) / k / (apart / (outcome.Length - (2 * k)));
        return new("Chow test", statistic, Tail.Fisher(statistic, k, outcome.Length - (2 * k)), at);
    }

    /// <summary>The CUSUM test on least-squares residuals: max |Σ e| / (σ̂ √n), held against the maximum of a Brownian bridge.</summary>
    /// <remarks>Ploberger and Krämer (1992), "The CUSUM Test with OLS Residuals"; p = 2 Σ (−1)^(i−1) e^(−2 i² x²).</remarks>
    /// <param name="outcome">One value for each period, in order.</param>
    /// <param name="columns">The regressors, the constant among them.</param>
    /// <exception cref="ArgumentException">As <see cref="LeastSquares"/>.</exception>
    public static StabilityTest Cusum(double[] outcome, IReadOnlyList<DesignColumn> columns)
    {
        var fit = LeastSquares.Fit(outcome, columns);
        var scale = Math.Sqrt(fit.Deviance / (outcome.Length - fit.Names.Length) * outcome.Length);
        double sum = 0, largest = 0;
        var at = 0;
        foreach (var (period, residual) in fit.Residuals.Index())
        {
            sum += residual;
            (largest, at) = Math.Abs(sum) > largest ? (Math.Abs(sum), period) : (largest, at);
        }

        var x = largest / scale;
        return new("CUSUM test of least-squares residuals", x, BridgeP(x), at);
    }

    /// <summary>The CUSUM test on recursive residuals: how far each period is from what the periods before it foretold, added up.</summary>
    /// <remarks>
    /// Brown, Durbin and Evans (1975), "Techniques for Testing the Constancy of Regression Relationships over Time". The statistic is
    /// max |W_j| / (1 + 2 j / m) over the m = n − K residuals; its p-value is Zeileis's approximation as in strucchange.
    /// </remarks>
    /// <param name="outcome">One value for each period, in order.</param>
    /// <param name="columns">The regressors, the constant among them; the first K + 1 periods must tell them apart.</param>
    /// <exception cref="ArgumentException">As <see cref="LeastSquares"/>, and regressors that do not vary in the first periods.</exception>
    public static StabilityTest RecursiveCusum(double[] outcome, IReadOnlyList<DesignColumn> columns)
    {
        var residuals = RecursiveResiduals(outcome, columns);
        var m = residuals.Length;
        var mean = residuals.Average();
        var scale = Math.Sqrt(residuals.Sum(w => (w - mean) * (w - mean)) / (m - 1) * m);
        double sum = 0, largest = 0;
        var at = 0;
        for (var j = 0; j < m; j++)
        {
            sum += residuals[j];
            var distance = Math.Abs(sum) / scale / (1 + (2.0 * (j + 1) / m));
            (largest, at) = distance > largest ? (distance, j + columns.Count) : (largest, at);
        }

        return new("CUSUM test of recursive residuals", largest, RecursiveP(largest), at);
    }

    /// <summary>w_r = (y_r − x_r′β̂_{r−1}) / √(1 + x_r′(X′X)⁻¹_{r−1} x_r), r = K + 1 … n: independent with one variance while the model holds.</summary>
    internal static double[] RecursiveResiduals(double[] outcome, IReadOnlyList<DesignColumn> columns)
    {
        var k = columns.Count;
        if (outcome.Length < k + 3)
        {
            throw new ArgumentException($"Recursive residuals of {k} coefficients need at least {k + 3} periods, there are {outcome.Length}.");
        }

        var residuals = new double[outcome.Length - k];
        var design = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfColumnArrays(columns.Select(column => column.Values));
        for (var row = k; row < outcome.Length; row++)
        {
            var (before, x) = (design.SubMatrix(0, row, 0, k), design.Row(row));
            var factor = before.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
            if (!factor.IsFullRank || factor.R.Diagonal().AbsoluteMinimum() < 1e-10 * factor.R.Diagonal().AbsoluteMaximum())
            {
                throw new ArgumentException($"The first {row} periods do not tell the regressors apart: recursive residuals need a model without late regressors.");
            }

            var slopes = factor.Solve(MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(outcome[..row]));
            var half = factor.R.Transpose().Solve(x);
            residuals[row - k] = (outcome[row] - (x * slopes)) / Math.Sqrt(1 + (half * half));
        }

        return residuals;
    }

    /// <summary>P(max |B⁰| ≥ x) of a Brownian bridge.</summary>
    internal static double BridgeP(double x) =>
        x < 0.2 ? 1 : Math.Clamp(2 * Enumerable.Range(1, 100).Sum(i => (i % 2 == 1 ? 1 : -1) * Math.Exp(-2.0 * i * i * x * x)), 0, 1);

    internal static double RecursiveP(double x)
    {
        static double Phi(double z) => Normal.CDF(0, 1, z);
        return x < 0.3
            ? 1 - (0.1465 * x)
            : 2 * (1 - Phi(3 * x) + (Math.Exp(-4 * x * x) * (Phi(x) + Phi(5 * x) - 1)) - (Math.Exp(-16 * x * x) * (1 - Phi(x))));
    }
}
