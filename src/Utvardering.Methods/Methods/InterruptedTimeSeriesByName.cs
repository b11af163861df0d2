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
            MethodOption.Flag("controlled", true, "Whether untreated units, where there are any, are a control series."),
            MethodOption.Flag("slope", true, "Whether the slope may change too. Decide before looking."),
            MethodOption.Choice("season", "How the time of year enters.", "none", "harmonics", "dummies"),
            new("harmonics", OptionKind.WholeNumber, "2", "Pairs of sine and cosine.") { Minimum = 1, Maximum = 6, For = ("season", ["harmonics"]) },
            new("lag", OptionKind.WholeNumber, null, "The longest lag; by the number of periods where not given.") { Minimum = 0, For = ("model", ["newey-west"]) },
            MethodOption.Choice("ar1", "How the correlation of the errors is estimated: by restricted or plain maximum likelihood, or Prais and Winsten's iteration.", [.. Autoregressions.Keys]) with { For = ("model", ["ar1"]) },
            MethodOption.Flag("adjust", true, "Whether variances are multiplied by n / (n − K).") with { For = ("model", ["newey-west"]) },
            MethodOption.Grain,
            MethodOption.Confidence,
            .. SensitivityChecks.Options,
        ],
        Estimates = [new("level", "The change in level at the start (log rate ratio for quasi-poisson), with a control series beyond that series'; leave-one-out and negative-controls tell this."), new("slope", "The change in slope, by period.")],
        Tables =
        [
            new("series", "Each period.",
                [new("period", "period"), new("observed", "the treated units' mean or rate"), new("control", "the untreated units'"), new("fitted", "the model's value"), new("counterfactual", "had nothing happened")]),
            new("residuals", "What dependence is left.", [new("durbinWatson", "2: none"), new("firstAutocorrelation", "between neighbouring periods"), new("rho", "of AR(1) errors")]),
            SeriesStability.Described,
            new("slopeTest", "With model=quasi-poisson, slope and no control series: analysis of deviance, whether the slope changed.", [new("f", "statistic"), new("df1", "its degrees of freedom"), new("df2", "of the residuals"), new("pValue", "of no change")]),
            .. SensitivityChecks.Described,
        ],
        Examples =
        [
            new("--unit region --time month --outcome admissions --exposure population --treated ban --options model=quasi-poisson season=harmonics slope=no", "Counts with exposure, the time of year as two harmonics"),
            new("--unit municipality --time quarter --outcome rate --treated pilot --options lag=4", "Treated units against the untreated as a control series"),
        ],
    };

    public MethodAnswer Run(MethodInput input)
    {
        var (treated, control) = Series(input, input.Panel);
        var options = Settings(input);
        var result = Fit(input, treated, control, options);

        // Quasi-Poisson's values are counts.
        double Scale(int period) => IsPoisson(input) ? treated.Exposure![period] : 1;
        var test = IsPoisson(input) && control is null && options.SlopeChange ? InterruptedTimeSeries.SlopeChange(treated, options) : null;
        return new()
        {
            Estimates = result.Slope is null ? [new("level", result.Level)] : [new("level", result.Level), new("slope", result.Slope)],
            Tables =
            [
                Description.Tables[0].Filled(Enumerable.Range(0, treated.Outcome.Length).Select(period => new object?[]
                {
                    input.Time.Label(input.Panel.Periods[period]), UnitsTogether.Rate(treated, period), control is null ? null : UnitsTogether.Rate(control, period),
                    result.Fitted[period] / Scale(period), result.Counterfactual[period] / Scale(period),
                })),
                Description.Tables[1].Filled([[result.Autocorrelation.DurbinWatson, result.Autocorrelation.Autocorrelations[0], result.Rho]]),
                SeriesStability.Table(input, UnitsTogether.Rates(treated)),
                .. test is null ? Array.Empty<MethodTable>() : [Description.Tables[3].Filled([[test.F, test.Numerator, test.Denominator, test.PValue]])],
                .. SensitivityChecks.Tables(input, panel => Level(input, panel, options)),
            ],
            Warnings = result.Warnings,
        };
    }

    private static InterruptedTimeSeriesOptions Settings(MethodInput input) => new()
    {
        SlopeChange = input.Options.Flag("slope"),
        Season = input.Options.Text("season") switch { "harmonics" => SeasonalTerms.Harmonics, "dummies" => SeasonalTerms.Dummies, _ => SeasonalTerms.None },
        Harmonics = input.Options.Whole("harmonics"),
        Autoregression = Autoregressions[input.Options.Text("ar1")],
        Lag = input.Options.WholeOrNull("lag"),
        AdjustForParameters = input.Options.Flag("adjust"),
        Confidence = input.Confidence,
    };

    private static bool IsPoisson(MethodInput input) => input.Options.Text("model") == "quasi-poisson";

    private static Estimate Level(MethodInput input, CohortPanel panel, InterruptedTimeSeriesOptions options)
    {
        var (treated, control) = Series(input, panel);
        return Fit(input, treated, control, options).Level;
    }

    private static (InterruptedSeries Treated, InterruptedSeries? Control) Series(MethodInput input, CohortPanel panel)
    {
        var start = input.CommonStartOf(panel) - panel.Periods[0];
        var controlled = input.Options.Flag("controlled") && panel.Cohorts.Any(cohort => cohort is null);
        return (
            UnitsTogether.Of(panel, input.Time, start, unit => panel.Cohorts[unit] is not null),
            controlled ? UnitsTogether.Of(panel, input.Time, start, unit => panel.Cohorts[unit] is null) : null);
    }

    private static InterruptedTimeSeriesEstimate Fit(MethodInput input, InterruptedSeries treated, InterruptedSeries? control, InterruptedTimeSeriesOptions options)
    {
        if (IsPoisson(input))
        {
            return treated.Exposure is null ? throw new InputException("quasi-poisson is for counts: give their exposure with --exposure.")
                : control is null ? InterruptedTimeSeries.QuasiPoisson(treated, options) : InterruptedTimeSeries.ControlledQuasiPoisson(treated, control, options);
        }

        var isAutoregressive = input.Options.Text("model") == "ar1";
        var rates = UnitsTogether.Rates(treated);
        return control is null
            ? isAutoregressive ? InterruptedTimeSeries.Autoregressive(rates, options) : InterruptedTimeSeries.LeastSquares(rates, options)
            : isAutoregressive ? InterruptedTimeSeries.ControlledAutoregressive(rates, UnitsTogether.Rates(control), options)
            : InterruptedTimeSeries.Controlled(rates, UnitsTogether.Rates(control), options);
    }
}
