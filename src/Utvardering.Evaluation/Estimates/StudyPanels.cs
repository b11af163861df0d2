using Utvardering.Evaluation.Panels;
using Utvardering.Statistics.Panels;

namespace Utvardering.Evaluation.Estimates;

/// <summary>Makes the statistics' panels from the warehouse's cells.</summary>
internal static class StudyPanels
{
    /// <summary>The chosen municipalities over both windows and what lies between, in the series' grain.</summary>
    public static Panel Make(IndicatorSeries series, Windows windows, StudyUnits units)
    {
        var chosen = units.All.ToHashSet(StringComparer.Ordinal);
        var span = new PeriodWindow(windows.Before.First, windows.After.Last);
        var rows = series.Cells
            .Where(cell => chosen.Contains(cell.Municipality) && span.Contains(cell.Period))
            .Select(cell => Observation(cell, series.HasExposure));
        return Panel.FromObservations(windows.Grain, rows, series.HasExposure ? series.Indicator.Per : 1);
    }

    /// <summary>
    /// The same as levels in a row, for synthetic controls: months as quarters, only periods that lie wholly in a window (of every start, where there are
    /// several: what is roll-in for one is left out for all), only municipalities that have them all.
    /// </summary>
    /// <exception cref="ArgumentException">Nothing is left on a side, or fewer than two periods in all.</exception>
    public static LevelPanel Levels(Study study)
    {
        var panel = Make(study.Series, study.Windows, study.Units);
        panel = panel.Periods.Grain == PeriodGrain.Month && panel.HasExposure ? QuarterlyPanel.FromMonths(panel).Panel : panel;
        var length = (int)panel.Periods.Grain - (int)study.Windows.Grain;
        bool Within(PeriodWindow window, DateOnly period) => window.Contains(period) && window.Contains(period.AddMonths(length));
        var starts = study.Windows.Each.ToList();
        int[] kept = [.. Enumerable.Range(0, panel.Periods.Count).Where(period => starts.All(start => Within(start.Before, panel.Periods.Starts[period]) || Within(start.After, panel.Periods.Starts[period])))];
        int StartOf(Windows start) => kept.Count(period => start.Before.Contains(panel.Periods.Starts[period]));
        int[] whole = [.. Enumerable.Range(0, panel.Units.Length).Where(unit => kept.All(period => !panel.IsMissing(unit, period)))];
        var treated = study.Units.Treated.ToHashSet(StringComparer.Ordinal);
        return new(
            CohortPanel.FromRows(whole.SelectMany(unit => kept.Index().Select(period =>
                new CohortPanelRow(panel.Units[unit], period.Index, panel.Value(unit, period.Item)) { Cohort = treated.Contains(panel.Units[unit]) ? StartOf(study.Windows.Of(panel.Units[unit]).First()) : null }))),
            [.. kept.Select(period => panel.Periods.Starts[period])],
            panel.Periods.Grain,
            StartOf(starts[0]));
    }

    private static PanelObservation Observation(SeriesCell cell, bool hasExposure) => (cell.Value, hasExposure) switch
    {
        (null, _) => new PanelObservation(cell.Municipality, cell.Period, double.NaN),
        (_, true) => new PanelObservation(cell.Municipality, cell.Period, cell.Numerator!.Value, cell.Denominator!.Value),
        ({ } value, false) => new PanelObservation(cell.Municipality, cell.Period, value),
    };
}
