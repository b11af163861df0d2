using System.Collections.Immutable;
using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Methods.Methods;

/// <summary>The units' changes as a table, and what rests on them.</summary>
internal static class UnitChanges
{
    public static AnswerTable Description { get; } = new("units", "Each unit's change.",
    [
        new("unit", "its id"),
        new("treated", "whether it is treated"),
        new("before", "mean before the start"),
        new("after", "mean from the start on"),
        new("change", "after − before"),
    ]);

    public static MethodTable Table(IEnumerable<UnitChange> changes) =>
        Description.Filled(changes.Select(unit => new object?[] { unit.Unit, unit.Treated, unit.Before, unit.After, unit.Change }));

    /// <summary>The units that have both windows.</summary>
    public static ImmutableArray<UnitChange> Used(IEnumerable<UnitChange> changes) => [.. changes.Where(unit => double.IsFinite(unit.Change))];

    public static IEnumerable<EstimationWarning> LeftOut(IEnumerable<UnitChange> changes) =>
        changes.Where(unit => !double.IsFinite(unit.Change)).Select(unit => new EstimationWarning(EstimationWarningKind.UnitLeftOut, unit.Unit));

    public static SampleSize Sample(CohortPanel panel, ImmutableArray<UnitChange> used)
    {
        var names = used.Select(unit => unit.Unit).ToHashSet(StringComparer.Ordinal);
        var observations = Enumerable.Range(0, panel.Units.Length).Where(unit => names.Contains(panel.Units[unit]))
            .Sum(unit => Enumerable.Range(0, panel.Periods.Length).Count(period => !double.IsNaN(panel.Outcome(unit, period))));
        return new(observations, used.Length, used.Count(unit => unit.Treated), panel.Periods.Length);
    }
}
