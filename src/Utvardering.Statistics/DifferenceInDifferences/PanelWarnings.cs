using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>What is to be said of a panel before a difference in differences on it is believed.</summary>
internal static class PanelWarnings
{
    // A cohort of fewer units has hardly any variation of its own: the house's choice, no theorem.
    private const int EnoughInCohort = 5;

    /// <summary>The periods in which treatment begins within the panel, ascending.</summary>
    public static int[] Starts(CohortPanel panel) =>
        [.. panel.Cohorts.OfType<int>().Where(start => start <= panel.Periods[^1]).Distinct().Order()];

    /// <summary>Whether the unit is treated in all periods.</summary>
    public static bool IsAlwaysTreated(CohortPanel panel, int unit) => panel.Cohorts[unit] <= panel.Periods[0];

    /// <summary>Whether the unit is not treated in any period of the panel.</summary>
    public static bool IsNeverTreated(CohortPanel panel, int unit) => panel.Cohorts[unit] is not { } start || start > panel.Periods[^1];

    /// <exception cref="ArgumentException">No treated unit.</exception>
    public static void CheckTreated(CohortPanel panel)
    {
        if (Starts(panel).Length == 0)
        {
            throw new ArgumentException("No unit of the panel is treated within its periods: check the cohorts, or widen the periods.");
        }
    }

    /// <summary>Few treated, few never-treated, nobody never treated.</summary>
    public static IEnumerable<EstimationWarning> Groups(CohortPanel panel)
    {
        var never = Enumerable.Range(0, panel.Units.Length).Count(unit => IsNeverTreated(panel, unit));
        var few = TreatedGroup.FewUnits(panel.Units.Length - never, never);
        return never > 0
            ? few
            : [.. few.Where(warning => warning.Kind != EstimationWarningKind.FewControlUnits), new(EstimationWarningKind.NoNeverTreated, Value: Starts(panel)[^1] - 1)];
    }

    /// <summary>Cohorts of few units.</summary>
    public static IEnumerable<EstimationWarning> SmallCohorts(CohortPanel panel) =>
        from start in Starts(panel)
        let units = panel.Cohorts.Count(cohort => cohort == start)
        where units < EnoughInCohort
        select new EstimationWarning(
            EstimationWarningKind.SmallCohort, start.ToString(System.Globalization.CultureInfo.InvariantCulture), Value: units, Limit: EnoughInCohort);
}
