using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Pooling;

/// <summary>τ², the fit at it, and its inference: what the mean, the regression and the shrinkage share.</summary>
internal sealed class MetaFit
{
    private readonly StudyTable table;
    private readonly MetaAnalysisOptions options;

    public MetaFit(StudyTable table, MetaAnalysisOptions options)
    {
        (this.table, this.options) = (table, options);
        Tau2 = BetweenStudyVariance.Estimate(table, options.Heterogeneity);
        Weighted = new(table, Tau2);

        // s² = y′Py / (k − p): Knapp and Hartung's scale of the covariance
        ResidualMeanSquare = Weighted.Q / table.ResidualDegreesOfFreedom;
        Covariance = Weighted.CovarianceOfCoefficients * options.Inference switch
        {
            PooledInference.KnappHartung => ResidualMeanSquare,
            PooledInference.KnappHartungTruncated => Math.Max(1, ResidualMeanSquare),
            _ => 1,
        };
        DegreesOfFreedom = options.Inference == PooledInference.Wald ? double.PositiveInfinity : table.ResidualDegreesOfFreedom;
        Heterogeneity = HeterogeneityAt();
    }

    public double Tau2 { get; }

    public WeightedFit Weighted { get; }

    public double ResidualMeanSquare { get; }

    public Matrix<double> Covariance { get; }

    public double DegreesOfFreedom { get; }

    public Heterogeneity Heterogeneity { get; }

    public Estimate Coefficient(int index, string method, ImmutableArray<EstimationWarning> warnings) => Estimate.Wald(
        method, Weighted.Coefficients[index], Math.Sqrt(Covariance[index, index]), DegreesOfFreedom,
        new(table.Studies, table.Studies, 0, 0), options.Confidence, warnings);

    private Heterogeneity HeterogeneityAt()
    {
        var common = new WeightedFit(table, 0.0);
        var degrees = table.ResidualDegreesOfFreedom;
        var typical = degrees / common.TraceOfProjection;
        var isCommon = options.Heterogeneity == HeterogeneityEstimator.CommonEffect;
        return new(
            Tau2, BetweenStudyVariance.StandardError(table, options.Heterogeneity, Tau2),
            isCommon ? Math.Max(0, (common.Q - degrees) / common.Q) : Tau2 / (typical + Tau2),
            isCommon ? common.Q / degrees : (typical + Tau2) / typical,
            common.Q, degrees, Tail.ChiSquared(common.Q, degrees), typical)
        {
            Tau2Interval = BetweenStudyVariance.QProfile(table, options.Confidence),
        };
    }
}
