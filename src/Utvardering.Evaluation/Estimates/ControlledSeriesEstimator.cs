using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Randomisation;
using Utvardering.Statistics.TimeSeries;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Evaluation.Estimates;

/// <summary>
/// Controlled interrupted time series: each municipality's own trend and season before the start are carried forward, and the departure from them
/// is compared between treated and controls by randomisation.
/// </summary>
internal static class ControlledSeriesEstimator
{
    public static StudyEstimate Estimate(Study study)
    {
        var panel = StudyPanels.Make(study.Series, study.Windows, study.Units);
        var treated = study.Units.Treated.ToHashSet(StringComparer.Ordinal);
        var units = Enumerable.Range(0, panel.Units.Length).Select(unit => (
            Unit: panel.Units[unit],
            Treated: treated.Contains(panel.Units[unit]),
            Departure: Departure(panel, study.Windows.Before, study.Windows.After, period => panel.Value(unit, period)))).ToList();
        var inference = RandomisationInference.DifferenceInMeans(
            [.. units.Select(unit => unit.Departure.Mean)],
            DifferenceEstimator.Among(study, [.. units.Select(unit => unit.Treated)]),
            study.Plan.Alpha);
        var (treatedUnits, controls) = (units.Where(unit => unit.Treated).ToList(), units.Where(unit => !unit.Treated).ToList());
        return RandomisedEstimate.Of(inference, (treatedUnits.Count, controls.Count), (study.Windows.BeforePeriods, study.Windows.AfterPeriods)) with
        {
            TreatedBefore = treatedUnits.Average(unit => unit.Departure.Before),
            TreatedAfter = treatedUnits.Average(unit => unit.Departure.After),
            ControlBefore = controls.Average(unit => unit.Departure.Before),
            ControlAfter = controls.Average(unit => unit.Departure.After),
            Warnings = [.. Few(study), .. inference.Warnings],
            Units = UnitPlacebos.Judge(
                [.. treatedUnits.Select(unit => (unit.Unit, unit.Departure.Mean, unit.Departure.After))], [.. controls.Select(unit => unit.Departure.Mean)], study.Plan.Alpha),
        };
    }

    /// <summary>The departure of a series over the panel's periods, of which the window before is the first part.</summary>
    public static TrendDeparture Departure(Panel panel, PeriodWindow before, PeriodWindow after, Func<int, double> value) => TrendDeparture.Of(
        [.. Enumerable.Range(0, panel.Periods.Count).Select(value)],
        panel.Periods.Positions(before).Count,
        panel.Periods.Positions(after).First,
        SeasonOf(panel.Periods),
        12 / (int)panel.Periods.Grain);

    private static int SeasonOf(PeriodAxis periods) => ((periods.Starts[0].Month - 1) / (int)periods.Grain) + 1;

    /// <summary>A season must be seen twice to be told from a trend.</summary>
    public static IEnumerable<EstimationWarning> Few(Study study)
    {
        var enough = 24 / (int)study.Windows.Grain;
        return study.Windows.BeforePeriods < enough
            ? [new(EstimationWarningKind.ShortPrePeriod, Period: study.Windows.Before.First, Value: study.Windows.BeforePeriods, Limit: enough)]
            : [];
    }
}
