namespace Utvardering.Statistics.Regression;

/// <summary>Errors that may be dependent within clusters and are independent between them: CR0 and CR1.</summary>
/// <remarks>
/// Liang and Zeger (1986): B (Σ_g s_g s_g′) B with s_g the sum of scores in cluster g, times the factors of <see cref="SmallSample"/>;
/// with <see cref="SmallSample.None"/> it is CR0.
/// </remarks>
/// <param name="Clusters">The cluster of each row.</param>
public sealed record ClusteredErrors(Grouping Clusters) : StandardErrors
{
    internal override CoefficientCovariance Of(RegressionFit fit)
    {
        var clusters = AtLeastTwo(fit.Used(Clusters));
        var k = fit.Parameters(SmallSample.FixedEffects, clusters);
        var factor = SmallSample.ParameterFactor(fit.Observations, k) * SmallSample.ClusterFactorOf(clusters.Count);
        return new(
            Sandwich(fit, ClusterSums.Meat(fit, clusters), factor),
            Degrees(fit, k, clusters.Count),
            $"standard errors clustered by {clusters.Name}",
            clusters.Count);
    }

    internal static Grouping AtLeastTwo(Grouping clusters) => clusters.Count >= 2
        ? clusters
        : throw new ArgumentException($"Standard errors clustered by \"{clusters.Name}\" need at least two clusters, there is {clusters.Count}: choose a finer grouping.");
}
