using System.Collections.Immutable;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>
/// Difference in differences with two groups and two windows. Every unit weighs the same, so the estimate speaks of
/// the average municipality, not of the average inhabitant.
/// </summary>
/// <remarks>
/// <para>
/// τ̂ = (Ȳ₁,after − Ȳ₁,before) − (Ȳ₀,after − Ȳ₀,before), where Ȳ₁ and Ȳ₀ are means over treated and control units.
/// In a balanced panel it equals the coefficient of the two-way fixed-effects regression when all treated start together
/// (Angrist and Pischke 2009, <i>Mostly Harmless Econometrics</i>, section 5.2).
/// </para>
/// <para>
/// It is the average effect on the treated if, untreated, the treated would have changed as the controls did (parallel trends)
/// and did not react before the start (no anticipation).
/// </para>
/// </remarks>
public static class TwoByTwo
{
    private const int MonthsInYear = 12;

    /// <summary>Estimates from a panel: summarises both windows, then compares the groups.</summary>
    /// <param name="panel">Units × periods; units that are not treated are controls.</param>
    /// <param name="treated">The ids of the treated units.</param>
    /// <param name="before">The periods before treatment.</param>
    /// <param name="after">The periods after treatment began; periods between the windows (roll-in) are not used.</param>
    /// <exception cref="ArgumentException">An unknown unit, a group without data, windows that overlap or lie outside the panel.</exception>
    public static TwoByTwoEstimate Estimate(Panel panel, IReadOnlyCollection<string> treated, PeriodWindow before, PeriodWindow after) =>
        Estimate(WindowSummary.Of(panel, before), WindowSummary.Of(panel, after), treated);

    /// <summary>Estimates from one value for each unit and window. A unit without a value in either window is left out, with a warning.</summary>
    /// <param name="before">One value for each unit before treatment.</param>
    /// <param name="after">One value for the same units after treatment began.</param>
    /// <param name="treated">The ids of the treated units.</param>
    /// <exception cref="ArgumentException">An unknown unit, a group without data, windows that overlap or hold different units.</exception>
    public static TwoByTwoEstimate Estimate(WindowSummary before, WindowSummary after, IReadOnlyCollection<string> treated)
    {
        Check(before, after);
        var isTreated = TreatedGroup.Check(before.Units.Select(unit => unit.Unit), treated);
        var units = before.Units.Zip(after.Units, (b, a) => new UnitChange(b.Unit, isTreated.Contains(b.Unit), b.Value, a.Value))
            .Where(unit => !double.IsNaN(unit.Change))
            .ToImmutableArray();
        var treatedUnits = units.Where(unit => unit.Treated).ToArray();
        var controls = units.Where(unit => !unit.Treated).ToArray();
        TreatedGroup.CheckBothGroups(treatedUnits.Length, controls.Length);

        return new(
            before,
            after,
            treatedUnits.Average(unit => unit.Before),
            treatedUnits.Average(unit => unit.After),
            controls.Average(unit => unit.Before),
            controls.Average(unit => unit.After),
            units,
            [
                .. TreatedGroup.FewUnits(treatedUnits.Length, controls.Length),
                .. ShortWindow(EstimationWarningKind.ShortWindowBefore, before),
                .. ShortWindow(EstimationWarningKind.ShortWindowAfter, after),
                .. Missing(before),
                .. Missing(after),
            ]);
    }

    private static void Check(WindowSummary before, WindowSummary after)
    {
        if (after.Window.First <= before.Window.Last)
        {
            throw new ArgumentException(
                $"The window after treatment begins {after.Window.First:O}, before the window before treatment has ended ({before.Window.Last:O}): they must not overlap.");
        }

        if (!before.Units.Select(unit => unit.Unit).SequenceEqual(after.Units.Select(unit => unit.Unit), StringComparer.Ordinal))
        {
            throw new ArgumentException("The two windows hold different units: summarise both from the same panel.");
        }
    }

    // Less than a year leaves out some of the seasons.
    private static IEnumerable<EstimationWarning> ShortWindow(EstimationWarningKind kind, WindowSummary summary) =>
        summary.Months < MonthsInYear ? [new(kind, Period: summary.Window.First, Value: summary.Months, Limit: MonthsInYear)] : [];

    private static IEnumerable<EstimationWarning> Missing(WindowSummary summary) =>
        summary.Units.Where(unit => unit.PeriodsPresent < summary.Periods).Select(unit => unit.PeriodsPresent == 0
            ? new EstimationWarning(EstimationWarningKind.UnitLeftOut, unit.Unit, summary.Window.First)
            : new(EstimationWarningKind.PeriodsMissing, unit.Unit, summary.Window.First, unit.PeriodsPresent, summary.Periods));
}
