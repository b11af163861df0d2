namespace Utvardering.Statistics.Regression;

/// <summary>Errors that may be dependent, fading, over periods within a unit and are independent between units; one unit is a plain time series.</summary>
/// <remarks>
/// Newey and West (1987), "A Simple, Positive Semi-definite, Heteroskedasticity and Autocorrelation Consistent Covariance Matrix", Bartlett's
/// weights 1 − l / (L + 1). Times are used as they are numbered: rows are l apart when their times are. For one series the factors of
/// <see cref="SmallSample"/> come to n / (n − K), and tests use t with n − K degrees of freedom.
/// </remarks>
/// <param name="Time">The number of each row's period.</param>
/// <param name="Unit">The unit of each row; null: all rows are one series.</param>
/// <param name="Lag">The longest lag; null: ⌊T^¼⌋ in a panel, ⌊4 (T / 100)^(2/9)⌋ for one series.</param>
public sealed record NeweyWestErrors(int[] Time, Grouping? Unit = null, int? Lag = null) : StandardErrors
{
    internal override CoefficientCovariance Of(RegressionFit fit)
    {
        var units = fit.Used(Unit ?? new("series", new int[fit.RowsGiven], 1));
        var times = ClusteredErrors.AtLeastTwo(fit.Used(Grouping.Of("period", Time)));
        var positions = new Dictionary<(int Unit, int Time), int>();
        for (var row = 0; row < fit.Observations; row++)
        {
            if (!positions.TryAdd((units.Codes[row], Time[fit.Rows[row]]), row))
            {
                throw new ArgumentException(
                    $"Newey–West standard errors need one row for each unit and period, row {fit.Rows[row]} repeats period {Time[fit.Rows[row]]} of its unit: give units, or add up the rows.");
            }
        }

        var lag = Lag ?? (int)Math.Floor(Unit is null ? 4 * Math.Pow(times.Count / 100.0, 2 / 9.0) : Math.Pow(times.Count, 0.25));
        double[][] scores = [.. Enumerable.Range(0, fit.Names.Length).Select(fit.Scores)];
        var meat = LaggedSums.Meat(scores, l => LaggedSums.Pairs(positions, l), lag);
        var k = Unit is null ? fit.Parameters(SmallSample.FixedEffects) : fit.Parameters(SmallSample.FixedEffects, units, times);
        var factor = SmallSample.ParameterFactor(fit.Observations, k) * SmallSample.ClusterFactorOf(times.Count);
        return new(
            Sandwich(fit, meat, factor), Degrees(fit, k, Unit is null ? null : times.Count), $"Newey–West standard errors with {lag} lags", null);
    }
}
