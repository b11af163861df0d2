using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.TimeSeries;

/// <summary>A treated and a control series in one regression, each with a constant, trend and season of its own.</summary>
/// <param name="Treated">The interrupted series.</param>
/// <param name="Outcome">Its outcomes, then the control's.</param>
/// <param name="Columns">The control's regressors, then what the treated series has beyond them, "treated × …".</param>
/// <param name="Options">Slope and season.</param>
internal sealed record ControlledDesign(InterruptedSeries Treated, double[] Outcome, DesignColumn[] Columns, InterruptedTimeSeriesOptions Options)
{
    private const string Level = "treated × level";
    private const string Slope = "treated × slope";

    public int Periods => Treated.Outcome.Length;

    public SampleSize Sample => new(2 * Periods, 2, 1, Periods);

    /// <exception cref="ArgumentException">Series of unlike length, interruption or season, or one that <see cref="InterruptionDesign"/> refuses.</exception>
    public static ControlledDesign Of(InterruptedSeries treated, InterruptedSeries control, InterruptedTimeSeriesOptions options)
    {
        if (treated.Outcome.Length != control.Outcome.Length || treated.Interruption != control.Interruption
            || treated.FirstSeason != control.FirstSeason || treated.SeasonsInYear != control.SeasonsInYear)
        {
            throw new ArgumentException("Treated and control series must cover the same periods, with one interruption and one season: cut them to the periods they share.");
        }

        _ = InterruptionDesign.Columns(control, options);
        var columns = InterruptionDesign.Columns(treated, options);
        double[] zero = new double[treated.Outcome.Length];
        return new(
            treated,
            [.. treated.Outcome, .. control.Outcome],
            [
                .. columns.Select(column => column with { Values = [.. column.Values, .. column.Values] }),
                .. columns.Select(column => new DesignColumn(
                    column.Name == DesignColumn.InterceptName ? "treated" : $"treated × {column.Name}", [.. column.Values, .. zero])),
            ],
            options);
    }

    /// <summary>The treated series' part of a fit; what it would have been is told by taking off its effect beyond the control's.</summary>
    /// <param name="coefficients">Of all columns.</param>
    /// <param name="fitted">Both series' fitted values.</param>
    /// <param name="without">A fitted value without an effect.</param>
    public InterruptedTimeSeriesEstimate Estimate(RegressionInference coefficients, double[] fitted, Func<double, double, double> without)
    {
        var (level, slope) = (coefficients.Coefficient(Level, Options.Confidence), Options.SlopeChange ? coefficients.Coefficient(Slope, Options.Confidence) : null);
        double Effect(int period) => period < Treated.Interruption ? 0 : level.Value + ((slope?.Value ?? 0) * (period - Treated.Interruption + 1));
        return new()
        {
            Coefficients = coefficients,
            Level = level,
            Slope = slope,
            Fitted = [.. fitted.Take(Periods)],
            Counterfactual = [.. fitted.Take(Periods).Select((value, period) => without(value, Effect(period)))],
            Autocorrelation = ResidualAutocorrelation.Of([.. Treated.Outcome.Zip(fitted, (value, of) => value - of)]),
            Warnings = [.. coefficients.Warnings, .. InterruptionDesign.Warnings(Treated, Options)],
        };
    }
}
