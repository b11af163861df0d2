namespace Utvardering.Statistics.Regression;

/// <summary>Errors that are independent with variances of their own: HC0 to HC3.</summary>
/// <remarks>
/// MacKinnon and White (1985), "Some Heteroskedasticity-Consistent Covariance Matrix Estimators". The factor n / (n − K) of HC1 follows
/// <see cref="SmallSample"/>; the other kinds take none.
/// </remarks>
/// <param name="Kind">Which of them.</param>
public sealed record RobustErrors(RobustKind Kind = RobustKind.HC1) : StandardErrors
{
    internal override CoefficientCovariance Of(RegressionFit fit)
    {
        var k = fit.Parameters(SmallSample.FixedEffects);
        double[][] scores = [.. Enumerable.Range(0, fit.Names.Length).Select(fit.Scores)];
        var factor = Kind == RobustKind.HC1 ? SmallSample.ParameterFactor(fit.Observations, k) * SmallSample.ClusterFactorOf(fit.Observations) : 1;
        if (Kind is RobustKind.HC2 or RobustKind.HC3)
        {
            var divisor = Array.ConvertAll(Leverage.Of(fit), Divisor);
            foreach (var score in scores)
            {
                VectorMath.Multiply(score, divisor, score);
            }
        }

        return new(Sandwich(fit, NormalEquations.Gram(scores, null), factor), Degrees(fit, k, null), $"heteroskedasticity-robust standard errors ({Kind})", null);
    }

    // A row that alone determines a coefficient has h = 1 and no residual: it adds nothing.
    private double Divisor(double leverage) => leverage > 1 - 1e-10 ? 0 : Kind == RobustKind.HC2 ? 1 / Math.Sqrt(1 - leverage) : 1 / (1 - leverage);
}
