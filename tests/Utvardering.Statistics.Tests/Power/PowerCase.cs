using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.Tests.Power;

/// <summary>Panels with lasting errors, and designs written out by hand.</summary>
internal static class PowerCase
{
    /// <summary>Units × periods about 100, with unit levels and an autoregression of 0.5.</summary>
    public static CohortPanel Panel(ulong seed, int units, int periods, Func<int, int?>? cohort = null)
    {
        var random = new RandomSequence(seed, 21);
        var rows = new List<CohortPanelRow>();
        for (var unit = 0; unit < units; unit++)
        {
            var (level, error) = (100 + (10 * random.NextNormal()), random.NextNormal() / Math.Sqrt(0.75));
            for (var period = 0; period < periods; period++)
            {
                rows.Add(new($"u{unit:000}", period, level + error) { Cohort = cohort?.Invoke(unit) });
                error = (0.5 * error) + random.NextNormal();
            }
        }

        return CohortPanel.FromRows(rows);
    }

    /// <summary>The difference in mean changes with the pooled two-sample t: two-way fixed effects in a balanced block design.</summary>
    public static Estimate DifferenceInDifferences(CohortPanel panel)
    {
        var start = panel.Cohorts.Min() ?? throw new ArgumentException("No unit is treated.");
        var changes = Enumerable.Range(0, panel.Units.Length).Select(unit => (
            IsTreated: panel.Cohorts[unit] is not null,
            Change: Mean(panel, unit, period => period >= start) - Mean(panel, unit, period => period < start))).ToArray();
        var (treated, controls) = (changes.Where(unit => unit.IsTreated).ToArray(), changes.Where(unit => !unit.IsTreated).ToArray());
        var (one, other) = (treated.Average(unit => unit.Change), controls.Average(unit => unit.Change));
        var squares = treated.Sum(unit => Math.Pow(unit.Change - one, 2)) + controls.Sum(unit => Math.Pow(unit.Change - other, 2));
        var degrees = changes.Length - 2;
        return Estimate.Wald(
            "difference in mean changes", one - other, Math.Sqrt(squares / degrees * ((1.0 / treated.Length) + (1.0 / controls.Length))), degrees,
            new(panel.Units.Length * panel.Periods.Length, panel.Units.Length, treated.Length, panel.Periods.Length));
    }

    private static double Mean(CohortPanel panel, int unit, Func<int, bool> belongs) =>
        Enumerable.Range(0, panel.Periods.Length).Where(period => belongs(panel.Periods[period])).Average(period => panel.Outcome(unit, period));
}
