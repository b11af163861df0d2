using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Regression;

/// <summary>Errors that may be dependent within either of two groupings, such as municipality and period.</summary>
/// <remarks>
/// Cameron, Gelbach and Miller (2011), "Robust Inference With Multiway Clustering": V₁ + V₂ − V₁₂. Where that has a variance below zero its
/// negative eigenvalues are set to zero, as they propose.
/// </remarks>
/// <param name="First">The first grouping of the rows.</param>
/// <param name="Second">The second grouping of the rows.</param>
public sealed record TwoWayClusteredErrors(Grouping First, Grouping Second) : StandardErrors
{
    internal override CoefficientCovariance Of(RegressionFit fit)
    {
        var (first, second) = (ClusteredErrors.AtLeastTwo(fit.Used(First)), ClusteredErrors.AtLeastTwo(fit.Used(Second)));
        var both = first.Intersect(second);
        var least = Math.Min(first.Count, second.Count);
        var k = fit.Parameters(SmallSample.FixedEffects, first, second);
        Matrix<double> Term(Grouping groups) => ClusterSums.Meat(fit, groups)
            * SmallSample.ClusterFactorOf(SmallSample.ClusterFactor == ClusterFactor.Minimum ? least : groups.Count);

        var meat = Term(first) + Term(second) - Term(both);
        var matrix = Sandwich(fit, meat, SmallSample.ParameterFactor(fit.Observations, k));
        return new(
            matrix.Diagonal().Minimum() < 0 ? WithoutNegative(matrix) : matrix,
            Degrees(fit, k, least),
            $"standard errors clustered by {first.Name} and {second.Name}",
            least);
    }

    private static Matrix<double> WithoutNegative(Matrix<double> matrix)
    {
        var eigen = matrix.Evd(Symmetricity.Symmetric);
        return eigen.EigenVectors * Matrix<double>.Build.DenseOfDiagonalVector(eigen.EigenValues.Map(value => Math.Max(value.Real, 0))) * eigen.EigenVectors.Transpose();
    }
}
