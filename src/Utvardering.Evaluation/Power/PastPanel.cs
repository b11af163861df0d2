using Utvardering.Evaluation.Estimates;
using Utvardering.Evaluation.Plans;
using Utvardering.Statistics.Panels;

namespace Utvardering.Evaluation.Power;

/// <summary>The time before the start as placebo treatments are drawn from it.</summary>
/// <param name="Panel">Municipalities with all periods × periods; nobody treated.</param>
/// <param name="Treated">How many are treated in each draw.</param>
/// <param name="TreatedLevel">The mean before the start of those that were in fact treated.</param>
/// <param name="Before">Periods before of the study itself, in this grain.</param>
/// <param name="After">Periods after of the study itself, in this grain.</param>
/// <param name="Grain">The length of the periods.</param>
/// <param name="FirstSeason">The season of period 0, from 1.</param>
internal sealed record PastPanel(CohortPanel Panel, int Treated, double TreatedLevel, int Before, int After, PeriodGrain Grain, int FirstSeason)
{
    public int SeasonsInYear => 12 / (int)Grain;

    /// <exception cref="ArgumentException">Too little is left.</exception>
    public static PastPanel Of(Study study)
    {
        var panel = StudyPanels.Make(study.Series, study.Windows, study.Units);

        // A series model needs its months; means over years do not, and quarters are quicker.
        var quarters = panel.Periods.Grain == PeriodGrain.Month && panel.HasExposure && study.Design.Estimator != Estimators.ControlledSeries;
        panel = quarters ? QuarterlyPanel.FromMonths(panel).Panel : panel;
        var grain = (int)panel.Periods.Grain;
        int[] past = [.. Enumerable.Range(0, panel.Periods.Count).Where(period => panel.Periods.Starts[period] >= study.Windows.Before.First
            && panel.Periods.Starts[period].AddMonths(grain - (int)study.Windows.Grain) <= study.Windows.Before.Last)];
        int[] whole = [.. Enumerable.Range(0, panel.Units.Length).Where(unit => past.All(period => !panel.IsMissing(unit, period)))];
        var treated = study.Units.Treated.ToHashSet(StringComparer.Ordinal);
        var those = whole.Where(unit => treated.Contains(panel.Units[unit])).ToList();
        if (past.Length < 2 || those.Count == 0 || whole.Length < those.Count + 2)
        {
            throw new ArgumentException("The time before the start is too short, or too few municipalities have all of it, for placebo treatments to be drawn from.");
        }

        var months = (int)study.Windows.Grain;
        return new(
            CohortPanel.FromRows(whole.SelectMany(unit => past.Index().Select(period => new CohortPanelRow(panel.Units[unit], period.Index, panel.Value(unit, period.Item))))),
            those.Count,
            those.Average(unit => past.Average(period => panel.Value(unit, period))),
            study.Windows.BeforePeriods * months / grain,
            Math.Max(1, study.Windows.AfterPeriods * months / grain),
            panel.Periods.Grain,
            ((panel.Periods.Starts[past[0]].Month - 1) / grain) + 1);
    }
}
