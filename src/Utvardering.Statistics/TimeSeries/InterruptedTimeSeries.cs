using System.Collections.Immutable;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.TimeSeries;

/// <summary>Segmented regression of an interrupted time series: did its level or slope change when something happened?</summary>
/// <remarks>
/// E(y_t) = β₀ + β₁ t + β₂ 1(t ≥ t₀) + β₃ (t − t₀ + 1)⁺ + season (Wagner et al. 2002; Lopez Bernal, Cummins and Gasparrini 2017, "Interrupted
/// Time Series Regression for the Evaluation of Public Health Interventions"). One series alone cannot tell the interruption from anything else
/// that happened at the time: a control series guards against what struck both.
/// </remarks>
public static class InterruptedTimeSeries
{
    /// <summary>Ordinary least squares with Newey and West's standard errors.</summary>
    /// <param name="series">The series; an exposure is not used.</param>
    /// <param name="options">Slope, season, lag; defaults when null.</param>
    /// <exception cref="ArgumentException">Too few periods on a side, a missing outcome, a wrong season, more coefficients than periods.</exception>
    public static InterruptedTimeSeriesEstimate LeastSquares(InterruptedSeries series, InterruptedTimeSeriesOptions? options = null)
    {
        options ??= new();
        var columns = InterruptionDesign.Columns(series, options);
        var fit = Regression.LeastSquares.Fit(series.Outcome, columns, new() { Method = "interrupted time series, ordinary least squares" });
        var coefficients = fit.With(Errors(series.Outcome.Length, null, options), Sample(series));
        var effect = Effect(fit, columns);
        return Estimate(series, options, coefficients, [.. fit.Fitted.Zip(effect, (fitted, of) => fitted - of)]);
    }

    /// <summary>Poisson regression of counts with exposure, standard errors scaled by Pearson's dispersion. Effects are logarithms of rate ratios.</summary>
    /// <param name="series">Counts with exposures.</param>
    /// <param name="options">Slope and season; the lag is not used.</param>
    /// <exception cref="ArgumentException">As <see cref="LeastSquares"/>, and counts or exposures that are none.</exception>
    public static InterruptedTimeSeriesEstimate QuasiPoisson(InterruptedSeries series, InterruptedTimeSeriesOptions? options = null)
    {
        options ??= new();
        var columns = InterruptionDesign.Columns(series, options);
        var fit = PoissonRegression.Fit(series.Outcome, columns, new() { Exposure = series.Exposure, Method = "interrupted time series, Poisson regression" });
        var coefficients = fit.With(new QuasiPoissonErrors(), Sample(series));
        var effect = Effect(fit, columns);
        return Estimate(series, options, coefficients, [.. fit.Fitted.Zip(effect, (fitted, of) => fitted * Math.Exp(-of))]);
    }

    /// <summary>Generalised least squares with AR(1) errors; see <see cref="AutoregressiveLeastSquares"/>.</summary>
    /// <param name="series">The series; an exposure is not used.</param>
    /// <param name="options">Slope and season; the lag is not used.</param>
    /// <exception cref="ArgumentException">As <see cref="LeastSquares"/>.</exception>
    public static InterruptedTimeSeriesEstimate Autoregressive(InterruptedSeries series, InterruptedTimeSeriesOptions? options = null)
    {
        options ??= new();
        var columns = InterruptionDesign.Columns(series, options);
        var fit = AutoregressiveLeastSquares.Fit(series.Outcome, columns, options.Autoregression);

        // The regression is that of whitened values; the series' own are Xβ.
        var fitted = Sum(fit.Coefficients.Fit, columns, series.Outcome.Length);
        var effect = Effect(fit.Coefficients.Fit, columns);
        return new()
        {
            Coefficients = fit.Coefficients,
            Level = fit.Coefficients.Coefficient("level", options.Confidence),
            Slope = options.SlopeChange ? fit.Coefficients.Coefficient("slope", options.Confidence) : null,
            Fitted = [.. fitted],
            Counterfactual = [.. fitted.Zip(effect, (value, of) => value - of)],
            Autocorrelation = ResidualAutocorrelation.Of([.. series.Outcome.Zip(fitted, (value, of) => value - of)]),
            Rho = fit.Rho,
            Warnings = [.. fit.Warnings, .. InterruptionDesign.Warnings(series, options)],
        };
    }

    /// <summary>The analysis-of-deviance test that the slope did not change: F = (D₀ − D₁) / φ̂₁ with 1 and n − K degrees of freedom.</summary>
    /// <param name="series">Counts with exposures.</param>
    /// <param name="options">The season.</param>
    /// <exception cref="ArgumentException">As <see cref="QuasiPoisson"/>.</exception>
    public static WaldTest SlopeChange(InterruptedSeries series, InterruptedTimeSeriesOptions? options = null)
    {
        options ??= new();
        RegressionFit Fit(bool slope) =>
            PoissonRegression.Fit(series.Outcome, InterruptionDesign.Columns(series, options with { SlopeChange = slope }), new() { Exposure = series.Exposure });
        var (without, with) = (Fit(false), Fit(true));
        return new((without.Deviance - with.Deviance) / QuasiPoissonErrors.Dispersion(with), 1, with.Observations - with.Names.Length);
    }

    /// <summary>
    /// The change in a treated series beyond that in a control series, each with a trend and season of its own: least squares with Newey and West's
    /// standard errors within series. Level and slope are the treated series' beyond the control's, the coefficients "treated × level" and "treated × slope".
    /// </summary>
    /// <param name="treated">The interrupted series.</param>
    /// <param name="control">A series of the same periods that was not.</param>
    /// <param name="options">Slope, season, lag; defaults when null.</param>
    /// <exception cref="ArgumentException">As <see cref="LeastSquares"/>, and series of unlike length, interruption or season.</exception>
    public static InterruptedTimeSeriesEstimate Controlled(InterruptedSeries treated, InterruptedSeries control, InterruptedTimeSeriesOptions? options = null)
    {
        options ??= new();
        var both = ControlledDesign.Of(treated, control, options);
        var fit = Regression.LeastSquares.Fit(both.Outcome, both.Columns, new() { Method = "controlled interrupted time series, ordinary least squares" });
        var series = new Grouping("series", [.. Enumerable.Range(0, 2 * both.Periods).Select(row => row / both.Periods)], 2);
        return both.Estimate(fit.With(Errors(both.Periods, series, options), both.Sample), [.. fit.Fitted], (value, effect) => value - effect);
    }

    /// <summary>
    /// The same by generalised least squares: both series have AR(1) errors of one ρ and one variance, independent between series. Level and slope are the
    /// treated series' beyond the control's.
    /// </summary>
    /// <param name="treated">The interrupted series; an exposure is not used.</param>
    /// <param name="control">A series of the same periods that was not.</param>
    /// <param name="options">Slope, season, how ρ is estimated; the lag is not used.</param>
    /// <exception cref="ArgumentException">As <see cref="Controlled"/>.</exception>
    public static InterruptedTimeSeriesEstimate ControlledAutoregressive(InterruptedSeries treated, InterruptedSeries control, InterruptedTimeSeriesOptions? options = null)
    {
        options ??= new();
        var both = ControlledDesign.Of(treated, control, options);
        var fit = AutoregressiveLeastSquares.Fit(both.Outcome, both.Columns, options.Autoregression, series: 2);
        var fitted = Sum(fit.Coefficients.Fit, both.Columns, 2 * both.Periods);
        return both.Estimate(fit.Coefficients, fitted, (value, effect) => value - effect) with { Rho = fit.Rho, Warnings = [.. fit.Warnings, .. InterruptionDesign.Warnings(treated, options)] };
    }

    /// <summary>
    /// The same for counts with exposures by Poisson regression, standard errors scaled by the dispersion of both series together. Level and slope are logarithms
    /// of ratios of rate ratios, the treated series' over the control's.
    /// </summary>
    /// <param name="treated">The interrupted series' counts with exposures.</param>
    /// <param name="control">Those of a series of the same periods that was not.</param>
    /// <param name="options">Slope and season; the lag is not used.</param>
    /// <exception cref="ArgumentException">As <see cref="Controlled"/>; counts or exposures that are none.</exception>
    public static InterruptedTimeSeriesEstimate ControlledQuasiPoisson(InterruptedSeries treated, InterruptedSeries control, InterruptedTimeSeriesOptions? options = null)
    {
        options ??= new();
        var both = ControlledDesign.Of(treated, control, options);
        double[]? exposure = treated.Exposure is { } one && control.Exposure is { } other ? [.. one, .. other] : null;
        var fit = PoissonRegression.Fit(both.Outcome, both.Columns, new() { Exposure = exposure, Method = "controlled interrupted time series, Poisson regression" });
        var coefficients = fit.With(new QuasiPoissonErrors(), both.Sample);
        return both.Estimate(coefficients, [.. fit.Fitted], (value, effect) => value * Math.Exp(-effect));
    }

    private static NeweyWestErrors Errors(int periods, Grouping? series, InterruptedTimeSeriesOptions options)
    {
        int[] times = [.. Enumerable.Range(0, series is null ? periods : 2 * periods).Select(row => row % periods)];
        var lag = options.Lag ?? (int)Math.Floor(4 * Math.Pow(periods / 100.0, 2 / 9.0));

        // Two series are no clusters: t has n − K degrees of freedom.
        var small = options.AdjustForParameters ? SmallSample.Default : SmallSample.None;
        return new(times, series, lag) { SmallSample = series is null ? small : small with { Reference = ReferenceDistribution.Residual } };
    }

    private static InterruptedTimeSeriesEstimate Estimate(
        InterruptedSeries series, InterruptedTimeSeriesOptions options, RegressionInference coefficients, ImmutableArray<double> counterfactual) => new()
        {
            Coefficients = coefficients,
            Level = coefficients.Coefficient("level", options.Confidence),
            Slope = options.SlopeChange ? coefficients.Coefficient("slope", options.Confidence) : null,
            Fitted = [.. coefficients.Fit.Fitted],
            Counterfactual = counterfactual,
            Autocorrelation = ResidualAutocorrelation.Of(coefficients.Fit.Residuals),
            Warnings = [.. coefficients.Warnings, .. InterruptionDesign.Warnings(series, options)],
        };

    private static double[] Effect(RegressionFit fit, DesignColumn[] columns) =>
        Sum(fit, columns.Where(column => column.Name is "level" or "slope"), fit.RowsGiven);

    private static double[] Sum(RegressionFit fit, IEnumerable<DesignColumn> columns, int periods)
    {
        var sum = new double[periods];
        foreach (var column in columns)
        {
            var coefficient = fit.Coefficients[fit.IndexOf(column.Name)];
            for (var period = 0; period < periods; period++)
            {
                sum[period] += coefficient * column.Values[period];
            }
        }

        return sum;
    }

    private static SampleSize Sample(InterruptedSeries series) => new(series.Outcome.Length, 1, 1, series.Outcome.Length);
}
