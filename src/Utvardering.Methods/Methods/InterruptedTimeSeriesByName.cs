using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.TimeSeries;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Methods;

internal sealed class InterruptedTimeSeriesByName : IEstimationMethod
{
    private static readonly Dictionary<string, AutoregressiveMethod> Autoregressions = new(StringComparer.Ordinal)
    {
        ["reml"] = AutoregressiveMethod.RestrictedMaximumLikelihood,
        ["ml"] = AutoregressiveMethod.MaximumLikelihood,
        ["prais-winsten"] = AutoregressiveMethod.PraisWinsten,
    };

    public MethodDescription Description { get; } = new()
    {
        Name = "its",
        Title = "Interrupted time series, with or without a control series",
        Summary = "The treated units together as one series: did its level or slope change at the start? With untreated units in the table their series is the control, and the change beyond theirs is told. "
            + "It takes the series' own wobble into account, not that municipalities differ: its intervals are too short for judging a programme in a few places.",
        Sources =
        [
            "Lopez Bernal, Cummins and Gasparrini (2017, 2018), Interrupted time series regression; the use of controls",
            "Newey and West (1987); Pinheiro and Bates (2000) for AR(1) errors",
            "Brown, Durbin and Evans (1975); Ploberger and Krämer (1992); Chow (1960) for stability",
        ],
        Columns = PanelColumns.OneStart,
        Options =
        [
            MethodOption.Choice("model", "Least squares with Newey and West's errors, AR(1) errors, or quasi-Poisson for counts with exposure.", "newey-west", "ar1", "quasi-poisson"),
            MethodOption.Flag("controlled", true, "Whether untreated units are a control series.") with { For = ("model", ["newey-west"]) },
            MethodOption.Flag("slope", true, "Whether the slope may change too. Decide before looking."),
            MethodOption.Choice("season", "How the time of year enters.", "none", "harmonics", "dummies"),
            new("harmonics", OptionKind.WholeNumber, "2", "Pairs of sine and cosine.") { Minimum = 1, Maximum = 6, For = ("season", ["harmonics"]) },
            new("lag", OptionKind.WholeNumber, null, "The longest lag; by the number of periods where not given.") { Minimum = 0, For = ("model", ["newey-west"]) },
            MethodOption.Choice("ar1", "How the correlation of the errors is estimated: by restricted or plain maximum likelihood, or Prais and Winsten's iteration.", [.. Autoregressions.Keys]) with { For = ("model", ["ar1"]) },
            MethodOption.Flag("adjust", true, "Whether variances are multiplied by n / (n − K).") with { For = ("model", ["newey-west"]) },
            MethodOption.Grain,
            MethodOption.Confidence,
        ],
        Estimates = [new("level", "The change in level at the start (log rate ratio for quasi-poisson)."), new("slope", "The change in slope, by period.")],
        Tables =
        [
            new("series", "Each period.",
                [new("period", "period"), new("observed", "the treated units' mean or rate"), new("control", "the untreated units'"), new("fitted", "the model's value"), new("counterfactual", "had nothing happened")]),
            new("residuals", "What dependence is left.", [new("durbinWatson", "2: none"), new("firstAutocorrelation", "between neighbouring periods"), new("rho", "of AR(1) errors")]),
            SeriesStability.Described,
            new("slopeTest", "With model=quasi-poisson and slope: analysis of deviance, whether the slope changed.", [new("f", "statistic"), new("df1", "its degrees of freedom"), new("df2", "of the residuals"), new("pValue", "of no change")]),
        ],
        Examples =
        [
            new("--unit region --time month --outcome admissions --exposure population --treated ban --options model=quasi-poisson season=harmonics slope=no", "Counts with exposure, the time of year as two harmonics"),
            new("--unit municipality --time quarter --outcome rate --treated pilot --options lag=4", "Treated units against the untreated as a control series"),
        ],
    };

    public MethodAnswer Run(MethodInput input)
    {
        var panel = input.Panel;
        var start = input.CommonStart - panel.Periods[0];
        var treated = Series(input, start, unit => panel.Cohorts[unit] is not null);
        var hasControls = panel.Cohorts.Any(cohort => cohort is null);
        var control = hasControls ? Series(input, start, unit => panel.Cohorts[unit] is null) : null;
        var options = new InterruptedTimeSeriesOptions
        {
            SlopeChange = input.Options.Flag("slope"),
            Season = input.Options.Text("season") switch { "harmonics" => SeasonalTerms.Harmonics, "dummies" => SeasonalTerms.Dummies, _ => SeasonalTerms.None },
            Harmonics = input.Options.Whole("harmonics"),
            Autoregression = Autoregressions[input.Options.Text("ar1")],
            Lag = input.Options.WholeOrNull("lag"),
            AdjustForParameters = input.Options.Flag("adjust"),
            Confidence = input.Confidence,
        };
        return input.Options.Text("model") switch
        {
            "newey-west" when control is not null && input.Options.Flag("controlled") => Controlled(input, treated, control, options),
            "newey-west" => Single(input, InterruptedTimeSeries.LeastSquares(Rates(treated), options), treated, control),
            "quasi-poisson" when treated.Exposure is null => throw new InputException("quasi-poisson is for counts: give their exposure with --exposure."),
            "quasi-poisson" => WithSlopeTest(Single(input, InterruptedTimeSeries.QuasiPoisson(treated, options), treated, control), treated, options),
            _ => Single(input, InterruptedTimeSeries.Autoregressive(Rates(treated), options), treated, control),
        };
    }

    private MethodAnswer Controlled(MethodInput input, InterruptedSeries treated, InterruptedSeries control, InterruptedTimeSeriesOptions options)
    {
        var result = InterruptedTimeSeries.Controlled(Rates(treated), Rates(control), options);
        var periods = treated.Outcome.Length;
        var level = result.Coefficient("treated × level", input.Confidence);
        var slope = options.SlopeChange ? result.Coefficient("treated × slope", input.Confidence) : null;
        var fitted = result.Fit.Fitted;
        double Without(int period) => period < treated.Interruption ? fitted[period]
            : fitted[period] - level.Value - ((slope?.Value ?? 0) * (period - treated.Interruption + 1));
        return new()
        {
            Estimates = Named(level, slope),
            Tables =
            [
                Description.Tables[0].Filled(Enumerable.Range(0, periods).Select(period => new object?[]
                {
                    input.Time.Label(input.Panel.Periods[period]), Rate(treated, period), Rate(control, period), fitted[period], Without(period),
                })),
                Residuals(ResidualAutocorrelation.Of(result.Fit.Residuals[..periods]), null),
                SeriesStability.Table(input, Rates(treated)),
            ],
            Warnings = result.Warnings,
        };
    }

    private MethodAnswer Single(MethodInput input, InterruptedTimeSeriesEstimate result, InterruptedSeries treated, InterruptedSeries? control)
    {
        // Quasi-Poisson's values are counts.
        double Scale(int period) => input.Options.Text("model") == "quasi-poisson" ? treated.Exposure![period] : 1;
        return new()
        {
            Estimates = Named(result.Level, result.Slope),
            Tables =
            [
                Description.Tables[0].Filled(Enumerable.Range(0, treated.Outcome.Length).Select(period => new object?[]
                {
                    input.Time.Label(input.Panel.Periods[period]), Rate(treated, period), control is null ? null : Rate(control, period),
                    result.Fitted[period] / Scale(period), result.Counterfactual[period] / Scale(period),
                })),
                Residuals(result.Autocorrelation, result.Rho),
                SeriesStability.Table(input, Rates(treated)),
            ],
            Warnings = result.Warnings,
        };
    }

    private MethodAnswer WithSlopeTest(MethodAnswer answer, InterruptedSeries treated, InterruptedTimeSeriesOptions options)
    {
        var test = options.SlopeChange ? InterruptedTimeSeries.SlopeChange(treated, options) : null;
        return test is null ? answer : answer with { Tables = [.. answer.Tables, Description.Tables[3].Filled([[test.F, test.Numerator, test.Denominator, test.PValue]])] };
    }

    private MethodTable Residuals(ResidualAutocorrelation left, double? rho) => Description.Tables[1].Filled([[left.DurbinWatson, left.Autocorrelations[0], rho]]);

    private static IReadOnlyList<NamedEstimate> Named(Estimate level, Estimate? slope) => slope is null ? [new("level", level)] : [new("level", level), new("slope", slope)];

    /// <summary>The units together: sums of counts and exposures, else means.</summary>
    private static InterruptedSeries Series(MethodInput input, int start, Func<int, bool> wanted)
    {
        var panel = input.Panel;
        var units = Enumerable.Range(0, panel.Units.Length).Where(wanted).ToArray();
        var periods = Enumerable.Range(0, panel.Periods.Length).ToArray();
        foreach (var (unit, period) in units.SelectMany(unit => periods.Select(period => (unit, period))).Where(cell => double.IsNaN(panel.Outcome(cell.unit, cell.period))))
        {
            throw new InputException($"Unit \"{panel.Units[unit]}\" lacks period {input.Time.Label(panel.Periods[period])}: a series of several units needs all of them in every period.");
        }

        var (seasons, first) = input.Time.Grain switch
        {
            PeriodGrain.Month => (12, (panel.Periods[0] % 12) + 1),
            PeriodGrain.Quarter => (4, (panel.Periods[0] % 4) + 1),
            _ => (12, 1),
        };
        return new([.. periods.Select(period => panel.HasExposure ? units.Sum(unit => panel.Outcome(unit, period)) : units.Average(unit => panel.Outcome(unit, period)))], start)
        {
            Exposure = panel.HasExposure ? [.. periods.Select(period => units.Sum(unit => panel.Exposure(unit, period)))] : null,
            FirstSeason = first,
            SeasonsInYear = seasons,
        };
    }

    private static InterruptedSeries Rates(InterruptedSeries series) =>
        series.Exposure is null ? series : series with { Outcome = [.. Enumerable.Range(0, series.Outcome.Length).Select(period => Rate(series, period))], Exposure = null };

    private static double Rate(InterruptedSeries series, int period) => series.Exposure is { } exposure ? series.Outcome[period] / exposure[period] : series.Outcome[period];
}
