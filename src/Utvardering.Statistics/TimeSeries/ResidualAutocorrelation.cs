using System.Collections.Immutable;
using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.TimeSeries;

/// <summary>Dependence between the residuals of neighbouring periods.</summary>
/// <param name="DurbinWatson">Σ (e_t − e_{t−1})² / Σ e_t²: 2 without dependence, less when neighbours are alike.</param>
/// <param name="Autocorrelations">r_1, r_2, …, up to a third of the series and at most 24.</param>
/// <param name="Observations">The length of the series.</param>
public sealed record ResidualAutocorrelation(double DurbinWatson, ImmutableArray<double> Autocorrelations, int Observations)
{
    private const int MostLags = 24;

    /// <summary>Measures a series of residuals.</summary>
    /// <param name="residuals">One for each period, in order.</param>
    public static ResidualAutocorrelation Of(IReadOnlyList<double> residuals)
    {
        var n = residuals.Count;
        var mean = residuals.Average();
        var squares = residuals.Sum(e => e * e);
        var centred = residuals.Sum(e => (e - mean) * (e - mean));
        var differences = Enumerable.Range(1, n - 1).Sum(t => (residuals[t] - residuals[t - 1]) * (residuals[t] - residuals[t - 1]));

        // r_j = Σ (e_t − ē)(e_{t−j} − ē) / Σ (e_t − ē)²
        var correlations = Enumerable.Range(1, Math.Max(1, Math.Min(MostLags, n / 3)))
            .Select(lag => Enumerable.Range(lag, n - lag).Sum(t => (residuals[t] - mean) * (residuals[t - lag] - mean)) / centred);
        return new(differences / squares, [.. correlations], n);
    }

    /// <summary>Ljung and Box's test that the first correlations are all zero: Q = n (n + 2) Σ r_j² / (n − j), χ² with as many degrees of freedom.</summary>
    /// <param name="lags">How many correlations.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one, or more than were measured.</exception>
    public (double Statistic, double PValue) LjungBox(int lags)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lags, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lags, Autocorrelations.Length);
        var statistic = Observations * (Observations + 2.0) * Autocorrelations.Take(lags).Select((r, j) => r * r / (Observations - j - 1)).Sum();
        return (statistic, Tail.ChiSquared(statistic, lags));
    }

    /// <summary>Breusch and Godfrey's test: n R² of the residuals on the regressors and their own lags, zero before the first, χ² with as many degrees of freedom.</summary>
    /// <param name="residuals">The residuals of a regression by least squares, in order.</param>
    /// <param name="columns">Its regressors.</param>
    /// <param name="lags">How many lags.</param>
    /// <exception cref="ArgumentException">More coefficients than periods.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one lag.</exception>
    public static (double Statistic, double PValue) BreuschGodfrey(double[] residuals, IReadOnlyList<DesignColumn> columns, int lags)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lags, 1);
        var lagged = Enumerable.Range(1, lags).Select(lag =>
            new DesignColumn($"residual {lag} before", [.. Enumerable.Range(0, residuals.Length).Select(t => t < lag ? 0 : residuals[t - lag])]));
        var fit = LeastSquares.Fit(residuals, [.. columns, .. lagged]);
        var statistic = residuals.Length * fit.Fitted.Sum(value => value * value) / residuals.Sum(value => value * value);
        return (statistic, Tail.ChiSquared(statistic, lags));
    }
}
