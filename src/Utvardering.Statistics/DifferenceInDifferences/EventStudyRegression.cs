using System.Collections.Immutable;
using System.Globalization;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>An event study as a regression with unit and period effects and one coefficient for each time since treatment began.</summary>
/// <remarks>
/// <para>y(i,t) = α(i) + λ(t) + Σ_{e ≠ r} μ(e) 1{t − g(i) = e} + β′x(i,t) + ε(i,t), g the unit's first treated period, r the reference.</para>
/// <para>
/// With several starts and effects that differ between cohorts μ̂(e) mixes effects of other times, so that even leads may differ from zero
/// without any lack of parallel trends (Sun and Abraham 2021): read <see cref="SunAbraham"/> beside it. Without never-treated units one more
/// time cannot be told from period effects: the last one is dropped, and named in the regression.
/// </para>
/// </remarks>
public static class EventStudyRegression
{
    /// <summary>Estimates the event study.</summary>
    /// <param name="panel">Units × periods; missing cells are left out.</param>
    /// <param name="options">Reference, bins, covariates and standard errors.</param>
    /// <exception cref="ArgumentException">No treated unit; a reference that does not occur or is in a bin; an unknown covariate; one cluster.</exception>
    public static EventStudyRegressionResult Estimate(CohortPanel panel, EventStudyRegressionOptions? options = null) =>
        Estimate(panel, options ?? new(), (rows, columns) => FixedEffectsLeastSquares.Fit(
            rows.Outcome, columns, [rows.Units, rows.Times], new() { Weights = rows.Weights, Method = "two-way fixed-effects event study" }));

    /// <summary>The name of a time's coefficient.</summary>
    public static string Name(int eventTime) => string.Create(CultureInfo.InvariantCulture, $"event time {eventTime}");

    /// <param name="regress">The regression on the columns of times and covariates.</param>
    internal static EventStudyRegressionResult Estimate(
        CohortPanel panel, EventStudyRegressionOptions options, Func<PanelRows, DesignColumn[], RegressionFit> regress)
    {
        PanelWarnings.CheckTreated(panel);
        var rows = PanelRows.Of(panel, options.Covariates);
        var cells = CellsByTime(rows, options);
        var fit = regress(rows, [.. Columns(rows, options, cells), .. rows.Covariates]);
        var sample = rows.Sample() with { Observations = fit.Observations };
        var inference = fit.With(options.ErrorsOn(rows), sample);
        ImmutableArray<EventTimeEstimate> times =
        [
            .. cells.Where(time => time.Key == options.Reference || fit.Names.Contains(Name(time.Key))).Select(time => new EventTimeEstimate(
                time.Key,
                time.Key == options.Reference,
                time.Value,
                time.Key == options.Reference
                    ? EventTimeEstimate.Reference(fit.Method, sample, options.Confidence)
                    : inference.Coefficient(Name(time.Key), options.Confidence))),
        ];
        string[] leads = [.. times.Where(time => time.IsPreTrend).Select(time => Name(time.EventTime))];
        return new(
            times,
            leads.Length > 0 && options.Errors != PanelErrors.BiasReduced ? inference.Wald(leads) : null,
            inference,
            [.. inference.Warnings, .. PanelWarnings.Groups(panel), .. Told(panel, leads)]);
    }

    private static SortedDictionary<int, int> CellsByTime(PanelRows rows, EventStudyRegressionOptions options)
    {
        var cells = new SortedDictionary<int, int>();
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows.EventTime(row) is { } time)
            {
                var bin = options.Bin(time);
                cells[bin] = cells.GetValueOrDefault(bin) + 1;
            }
        }

        if (!cells.ContainsKey(options.Reference) || options.Reference == options.First || options.Reference == options.Last)
        {
            throw new ArgumentException(
                $"The reference time {options.Reference} does not occur by itself: treated units have times {cells.Keys.First()} to {cells.Keys.Last()} after bins. Choose another reference or wider bins.");
        }

        return cells;
    }

    private static IEnumerable<DesignColumn> Columns(PanelRows rows, EventStudyRegressionOptions options, SortedDictionary<int, int> cells)
    {
        var columns = cells.Keys.Where(time => time != options.Reference).ToDictionary(time => time, _ => new double[rows.Count]);
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows.EventTime(row) is { } time && columns.TryGetValue(options.Bin(time), out var column))
            {
                column[row] = 1;
            }
        }

        return cells.Keys.Where(columns.ContainsKey).Select(time => new DesignColumn(Name(time), columns[time]));
    }

    private static IEnumerable<EstimationWarning> Told(CohortPanel panel, string[] leads)
    {
        var starts = PanelWarnings.Starts(panel).Length;
        if (starts > 1)
        {
            yield return new(EstimationWarningKind.StaggeredStarts, Value: starts);
        }

        if (leads.Length == 0)
        {
            yield return new(EstimationWarningKind.NoPrePeriods);
        }
    }
}
