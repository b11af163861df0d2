using Utvardering.Evaluation.Panels;
using Utvardering.Statistics.Panels;

namespace Utvardering.Evaluation.Estimates;

/// <summary>Makes the statistics' panels from the warehouse's cells.</summary>
internal static class StudyPanels
{
    /// <summary>The chosen municipalities over both windows, in the series' grain.</summary>
    public static Panel Make(IndicatorSeries series, Windows windows, StudyUnits units)
    {
        var chosen = units.All.ToHashSet(StringComparer.Ordinal);
        var span = new PeriodWindow(windows.Before.First, windows.After.Last);
        var rows = series.Cells
            .Where(cell => chosen.Contains(cell.Municipality) && span.Contains(cell.Period))
            .Select(cell => Observation(cell, series.HasExposure));
        return Panel.FromObservations(windows.Grain, rows, series.HasExposure ? series.Indicator.Per : 1);
    }

    private static PanelObservation Observation(SeriesCell cell, bool hasExposure) => (cell.Value, hasExposure) switch
    {
        (null, _) => new PanelObservation(cell.Municipality, cell.Period, double.NaN),
        (_, true) => new PanelObservation(cell.Municipality, cell.Period, cell.Numerator!.Value, cell.Denominator!.Value),
        ({ } value, false) => new PanelObservation(cell.Municipality, cell.Period, value),
    };
}
