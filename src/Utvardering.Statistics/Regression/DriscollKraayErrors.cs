namespace Utvardering.Statistics.Regression;

/// <summary>Errors that may be dependent between units in the same period and, fading, over periods.</summary>
/// <remarks>
/// Driscoll and Kraay (1998), "Consistent Covariance Matrix Estimation with Spatially Dependent Panel Data": Newey and West's estimator on the
/// sums of scores over units in each period. Rests on many periods. Times are used as they are numbered: a missing period adds nothing.
/// </remarks>
/// <param name="Time">The number of each row's period.</param>
/// <param name="Lag">The longest lag; null: ⌊T^¼⌋.</param>
public sealed record DriscollKraayErrors(int[] Time, int? Lag = null) : StandardErrors
{
    internal override CoefficientCovariance Of(RegressionFit fit)
    {
        var times = Grouping.Of("period", Time);
        var used = ClusteredErrors.AtLeastTwo(fit.Used(times));
        var numbers = new int[used.Count];
        for (var row = 0; row < used.Rows; row++)
        {
            numbers[used.Codes[row]] = Time[fit.Rows[row]];
        }

        var lag = Lag ?? (int)Math.Floor(Math.Pow(used.Count, 0.25));
        var positions = numbers.Index().ToDictionary(time => (0, time.Item), time => time.Index);
        var meat = LaggedSums.Meat(ClusterSums.Of(fit, used), l => LaggedSums.Pairs(positions, l), lag);

        // Unlike with clusters all fixed effects count, since the errors are dependent across periods too.
        var k = fit.Parameters(SmallSample.FixedEffects);
        var factor = SmallSample.ParameterFactor(fit.Observations, k) * SmallSample.ClusterFactorOf(used.Count);
        return new(
            Sandwich(fit, meat, factor), Degrees(fit, k, used.Count), $"Driscoll–Kraay standard errors with {lag} lags", used.Count);
    }
}
