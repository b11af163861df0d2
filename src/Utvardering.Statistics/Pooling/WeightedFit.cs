using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Pooling;

/// <summary>Generalised least squares of effects on moderators with weights 1 / (variance + τ²), and the quantities the estimators of τ² ask for.</summary>
internal sealed class WeightedFit
{
    private readonly double[] residuals;

    public WeightedFit(StudyTable table, double tau2)
        : this(table, [.. table.Variances.Select(variance => 1 / (variance + tau2))])
    {
    }

    public WeightedFit(StudyTable table, double[] weights)
    {
        Weights = weights;
        Design = table.Design;
        var effects = Vector<double>.Build.DenseOfArray(table.Effects);
        Information = CrossProduct(1);
        CovarianceOfCoefficients = Information.Inverse();
        Coefficients = CovarianceOfCoefficients * Design.TransposeThisAndMultiply(effects.PointwiseMultiply(Vector<double>.Build.DenseOfArray(weights)));
        residuals = (effects - (Design * Coefficients)).ToArray();
    }

    public double[] Weights { get; }

    public Matrix<double> Design { get; }

    /// <summary>X′WX.</summary>
    public Matrix<double> Information { get; }

    /// <summary>(X′WX)⁻¹.</summary>
    public Matrix<double> CovarianceOfCoefficients { get; }

    public Vector<double> Coefficients { get; }

    /// <summary>y′Py = Σ w r²: the generalised Q.</summary>
    public double Q => Sum((weight, residual) => weight * residual * residual);

    /// <summary>y′PPy = Σ (w r)².</summary>
    public double ProjectedSquares => Sum((weight, residual) => weight * weight * residual * residual);

    /// <summary>tr(P) = Σ w − tr((X′WX)⁻¹ X′W²X).</summary>
    public double TraceOfProjection => Weights.Sum() - (CovarianceOfCoefficients * CrossProduct(2)).Trace();

    /// <summary>P = W − WX(X′WX)⁻¹X′W.</summary>
    public Matrix<double> Projection()
    {
        var weights = Matrix<double>.Build.DenseOfDiagonalArray(Weights);
        var weighted = weights * Design;
        return weights - (weighted * CovarianceOfCoefficients * weighted.Transpose());
    }

    /// <summary>The log-likelihood of the marginal model y ~ N(Xβ, diag(v + τ²)).</summary>
    public double LogLikelihood => -0.5 * ((Weights.Length * Math.Log(2 * Math.PI)) - Weights.Sum(Math.Log) + Q);

    /// <summary>The restricted log-likelihood, with log|X′X| so that it does not depend on the moderators' scale.</summary>
    public double RestrictedLogLikelihood =>
        -0.5 * (((Weights.Length - Design.ColumnCount) * Math.Log(2 * Math.PI))
            - Math.Log(Design.TransposeThisAndMultiply(Design).Determinant())
            - Weights.Sum(Math.Log) + Math.Log(Information.Determinant()) + Q);

    private Matrix<double> CrossProduct(int power) =>
        Matrix<double>.Build.Dense(Design.ColumnCount, Design.ColumnCount, (i, j) =>
        {
            var sum = 0.0;
            for (var study = 0; study < Weights.Length; study++)
            {
                sum += Design[study, i] * Design[study, j] * (power == 1 ? Weights[study] : Weights[study] * Weights[study]);
            }

            return sum;
        });

    private double Sum(Func<double, double, double> of) => Weights.Zip(residuals, of).Sum();
}
