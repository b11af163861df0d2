using System.Collections.Immutable;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Randomisation;
using Utvardering.Statistics.TimeSeries;

namespace Utvardering.Evaluation.Estimates;

/// <summary>Differences where the treated start in several periods: each against the controls around its own start, judged by letting whole starts fall on others.</summary>
internal static class StaggeredEstimator
{
    /// <summary>The difference in differences of two windows around each start.</summary>
    public static StudyEstimate Estimate(Study study) => Of(study, Changes(study));

    /// <summary>Each municipality's figures around every start.</summary>
    public static StaggeredEstimate Changes(Study study) => StaggeredDifference.Estimate(Panel(study), Starts(study));

    /// <summary>The departure of each municipality from its own trend and season before each start.</summary>
    /// <remarks>
    /// The departure is linear in the figures, so that a treated municipality's treatment around another's start is the departure of its own 0 before and 1 after.
    /// </remarks>
    public static StudyEstimate OfDepartures(Study study)
    {
        var panel = Panel(study);
        var starts = Starts(study);
        var own = starts.Index().SelectMany(start => start.Item.Units.Select(unit => (unit, start.Index))).ToDictionary(unit => unit.unit, unit => unit.Index, StringComparer.Ordinal);
        List<TrendDeparture> Departures(Func<int, double> value) => [.. starts.Select(around => ControlledSeriesEstimator.Departure(panel, around.Before, around.After, value))];
        var before = new Dictionary<string, ImmutableArray<double>>(StringComparer.Ordinal);
        var changes = StaggeredDifference.Of(
            starts.Count,
            panel.Units.Select((name, unit) =>
            {
                int? start = own.TryGetValue(name, out var number) ? number : null;
                var figures = Departures(period => panel.Value(unit, period));
                before[name] = [.. figures.Select(departure => departure.Before)];

                // What trend and season carried forward give stands in the place of the figures before: after less before is the departure.
                return new StaggeredUnit(
                    name,
                    start,
                    [.. figures.Select(departure => departure.After - departure.Mean)],
                    [.. figures.Select(departure => departure.After)],
                    start is null
                        ? [.. starts.Select(_ => 0.0)]
                        : [.. Departures(period => panel.IsMissing(unit, period) ? double.NaN : panel.Periods.Starts[period] < starts[start.Value].Start ? 0 : 1).Select(departure => departure.Mean)]);
            }),
            ControlledSeriesEstimator.Few(study));
        return Of(study, changes) with
        {
            TreatedBefore = changes.Treated.Average(unit => before[unit.Unit][unit.Start!.Value]),
            ControlBefore = changes.Controls.Average(unit => changes.Weighted(before[unit.Unit])),
        };
    }

    private static StudyEstimate Of(Study study, StaggeredEstimate changes)
    {
        var inference = StaggeredRandomisation.Of(changes, DifferenceEstimator.Options(study));
        var starts = study.Windows.Starts;
        return RandomisedEstimate.Of(
            inference,
            (changes.TreatedCount, changes.ControlCount),
            (starts.Min(start => start.Windows.BeforePeriods), starts.Min(start => start.Windows.AfterPeriods))) with
        {
            TreatedBefore = changes.TreatedBefore,
            TreatedAfter = changes.TreatedAfter,
            ControlBefore = changes.ControlBefore,
            ControlAfter = changes.ControlAfter,
            Warnings = [.. changes.Warnings, .. inference.Warnings],
            Units = [.. Enumerable.Range(0, starts.Count).SelectMany(start => UnitPlacebos.Judge(
                [.. changes.Treated.Where(unit => unit.Start == start).Select(unit => (unit.Unit, unit.Change(start), unit.After[start]))],
                [.. changes.Controls.Select(unit => unit.Change(start))],
                study.Plan.Alpha))],
        };
    }

    private static Panel Panel(Study study) => StudyPanels.Make(study.Series, study.Windows, study.Units);

    private static IReadOnlyList<StaggeredStart> Starts(Study study) =>
        [.. study.Windows.Starts.Select(start => new StaggeredStart(start.Windows.Start, start.Windows.Before, start.Windows.After, [.. start.Municipalities]))];
}
