using System.Collections.Immutable;
using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.SyntheticControl;

/// <summary>Units × periods without gaps, as these methods need them: the outcome, or count / exposure × the scale of rates.</summary>
internal sealed class OutcomeTable
{
    private OutcomeTable(CohortPanel panel, double[][] series)
    {
        (Units, Periods, Cohorts) = (panel.Units, panel.Periods, panel.Cohorts);
        Series = series;
        Position = Units.Index().ToDictionary(unit => unit.Item, unit => unit.Index, StringComparer.Ordinal);
    }

    public ImmutableArray<string> Units { get; }

    public ImmutableArray<int> Periods { get; }

    public ImmutableArray<int?> Cohorts { get; }

    public double[][] Series { get; }

    /// <summary>The positions of units that are treated at some time within the panel.</summary>
    public int[] Treated => [.. Enumerable.Range(0, Units.Length).Where(IsTreated)];

    /// <summary>The positions of units that are never treated within the panel.</summary>
    public int[] Controls => [.. Enumerable.Range(0, Units.Length).Where(unit => !IsTreated(unit))];

    private Dictionary<string, int> Position { get; }

    public static OutcomeTable Of(CohortPanel panel, double rateScale)
    {
        var series = new double[panel.Units.Length][];
        for (var unit = 0; unit < series.Length; unit++)
        {
            series[unit] = panel.Series(unit).ToArray();
            for (var period = 0; period < panel.Periods.Length; period++)
            {
                if (double.IsNaN(series[unit][period]))
                {
                    throw new ArgumentException(
                        $"Unit \"{panel.Units[unit]}\" has no outcome in period {panel.Periods[period]}: a synthetic control needs every cell. "
                        + "Leave the unit out of the panel, or shorten the panel to periods that all units have.");
                }

                series[unit][period] *= panel.HasExposure ? rateScale / panel.Exposure(unit, period) : 1;
            }
        }

        return new(panel, series);
    }

    public int IndexOf(string unit) => Position.TryGetValue(unit, out var index)
        ? index
        : throw new ArgumentException($"The panel has no unit \"{unit}\": check the id against the panel's units.");

    public bool IsTreated(int unit) => Cohorts[unit] is { } start && start <= Periods[^1];

    /// <summary>The number of periods before a treated unit's start.</summary>
    public int PrePeriods(int unit)
    {
        var pre = Cohorts[unit]!.Value - Periods[0];
        return pre >= 1
            ? pre
            : throw new ArgumentException($"Unit \"{Units[unit]}\" is treated from {Cohorts[unit]}, the panel begins in {Periods[0]}: there is no period before treatment. Leave the unit out, or begin the panel earlier.");
    }
}
