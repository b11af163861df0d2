using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>Units that start in the same period, with their mean outcomes.</summary>
/// <param name="FirstPosition">The position of the first treated period: 0 for the always-treated, the number of periods for the never-treated.</param>
/// <param name="Periods">The number of periods.</param>
/// <param name="Units">The positions of the units.</param>
/// <param name="Means">The mean outcome in each period.</param>
internal sealed record TreatmentGroup(int FirstPosition, int Periods, int[] Units, double[] Means)
{
    public bool IsAlways => FirstPosition == 0;

    public bool IsNever => FirstPosition == Periods;

    public bool Changes => !IsAlways && !IsNever;

    /// <summary>D̄: the share of periods treated.</summary>
    public double TreatedShare => (double)(Periods - FirstPosition) / Periods;

    public static TreatmentGroup[] Of(CohortPanel panel) => [.. Enumerable.Range(0, panel.Units.Length)
        .GroupBy(unit => FirstOf(panel, unit))
        .OrderBy(group => group.Key)
        .Select(group => new TreatmentGroup(
            group.Key,
            panel.Periods.Length,
            [.. group],
            [.. Enumerable.Range(0, panel.Periods.Length).Select(period => group.Average(unit => panel.Outcome(unit, period)))]))];

    private static int FirstOf(CohortPanel panel, int unit) =>
        panel.Cohorts[unit] is { } start ? Math.Clamp(start - panel.Periods[0], 0, panel.Periods.Length) : panel.Periods.Length;
}
