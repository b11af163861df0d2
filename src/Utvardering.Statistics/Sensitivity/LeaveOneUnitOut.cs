using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.Sensitivity;

/// <summary>The estimate made again without each unit in turn: a result that one municipality carries is that municipality's, not the programme's.</summary>
/// <remarks>The leave-one-out check of Abadie, Diamond and Hainmueller (2015), for any estimator.</remarks>
public static class LeaveOneUnitOut
{
    /// <summary>Leaves each unit out.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="estimator">Any estimator; it must be safe to run in several threads.</param>
    /// <param name="treatedOnly">Whether only treated units are left out.</param>
    /// <exception cref="ArgumentException">The estimator refuses the whole panel.</exception>
    public static LeaveOneUnitOutResult Of(CohortPanel panel, Func<CohortPanel, Estimate> estimator, bool treatedOnly = false)
    {
        var full = estimator(panel);
        var units = Enumerable.Range(0, panel.Units.Length).Where(unit => !treatedOnly || panel.Cohorts[unit] is not null).ToArray();
        var rows = new LeftOutUnit[units.Length];
        Parallel.For(0, units.Length, i => rows[i] = Without(panel, units[i], estimator));
        return new(full, [.. rows]);
    }

    private static LeftOutUnit Without(CohortPanel panel, int unit, Func<CohortPanel, Estimate> estimator)
    {
        var isTreated = panel.Cohorts[unit] is not null;
        try
        {
            return new(panel.Units[unit], isTreated, estimator(panel.Without(unit)), null);
        }
        catch (ArgumentException refusal)
        {
            // Without its only treated unit a panel has no effect: that too is an answer.
            return new(panel.Units[unit], isTreated, null, refusal.Message);
        }
    }
}
