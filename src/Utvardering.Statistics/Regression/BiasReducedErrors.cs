namespace Utvardering.Statistics.Regression;

/// <summary>Clustered standard errors for few clusters: CR2 with Satterthwaite's degrees of freedom for each combination of coefficients.</summary>
/// <remarks>
/// Bell and McCaffrey (2002), "Bias Reduction in Standard Errors for Linear Regression with Multi-Stage Samples"; Pustejovsky and Tipton (2018),
/// "Small-Sample Methods for Cluster-Robust Variance Estimation". Residuals of cluster g are multiplied by A_g = B_g^(−1/2) with
/// B_g = (I − H)_g (I − H)_g′, unbiased where errors are independent with equal variance; the inverse is Moore and Penrose's where a cluster
/// determines a parameter alone. Fixed effects are written out as columns: meant for some thousands of parameters, not more.
/// </remarks>
/// <param name="Clusters">The cluster of each row.</param>
public sealed record BiasReducedErrors(Grouping Clusters) : StandardErrors
{
    private const int MostParameters = 4000;

    internal override CoefficientCovariance Of(RegressionFit fit)
    {
        if (fit.IsPoisson)
        {
            throw new ArgumentException("Bell–McCaffrey standard errors are defined for linear regressions: use clustered ones for counts.");
        }

        var parameters = fit.Parameters(FixedEffectCounting.All);
        if (parameters > MostParameters)
        {
            throw new ArgumentException(
                $"Bell–McCaffrey standard errors with {parameters} parameters are not practical (the limit is {MostParameters}): with so many units plain clustered ones serve.");
        }

        var clusters = ClusteredErrors.AtLeastTwo(fit.Used(Clusters));
        var adjustment = new BiasReduction(fit, clusters);
        return new(
            adjustment.Covariance(),
            double.NaN,
            $"bias-reduced standard errors clustered by {clusters.Name} (CR2, Satterthwaite)",
            clusters.Count,
            adjustment.Degrees);
    }
}
