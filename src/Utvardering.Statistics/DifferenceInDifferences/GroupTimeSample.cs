using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The units of a panel as group-time comparisons use them: without those always treated, laid out by period, listed by cohort.</summary>
internal sealed class GroupTimeSample
{
    private readonly Dictionary<int, int[]> unitsByStart;
    private readonly double[]?[] weights;
    private readonly double[] ones;
    private readonly int lastPeriod;

    public GroupTimeSample(CohortPanel panel, int anticipation)
    {
        Panel = panel;
        Anticipation = anticipation;
        lastPeriod = panel.Periods[^1];

        // Without a period before treatment (and its anticipation) a unit shows no change, and it is no control either.
        Positions = [.. Enumerable.Range(0, panel.Units.Length).Where(unit => !(panel.Cohorts[unit] <= panel.Periods[0] + anticipation))];
        AlwaysTreated = panel.Units.Length - Positions.Length;
        Start = [.. Positions.Select(unit => panel.Cohorts[unit] ?? int.MaxValue)];
        unitsByStart = Enumerable.Range(0, Start.Length).GroupBy(unit => Start[unit]).ToDictionary(group => group.Key, group => group.ToArray());
        Cohorts = [.. unitsByStart.Keys.Where(start => start <= lastPeriod).Order()];
        var clusters = Positions.Select(unit => panel.Clusters[unit]).Distinct().Order().Index().ToDictionary(cluster => cluster.Item, cluster => cluster.Index);
        Cluster = [.. Positions.Select(unit => clusters[panel.Clusters[unit]])];
        ClusterCount = clusters.Count;
        ones = new double[Count];
        Array.Fill(ones, 1);
        Outcomes = new double[panel.Periods.Length][];
        weights = new double[panel.Periods.Length][];
        ShareWeight = (double[])ones.Clone();
        LayOut();
    }

    public CohortPanel Panel { get; }

    public int Anticipation { get; }

    /// <summary>The position of each unit used in the panel.</summary>
    public int[] Positions { get; }

    public int Count => Positions.Length;

    public int AlwaysTreated { get; }

    /// <summary>First treated period of each unit, int.MaxValue for the never-treated.</summary>
    public int[] Start { get; }

    /// <summary>The cohorts that are treated within the panel, ascending.</summary>
    public int[] Cohorts { get; }

    public int[] Cluster { get; }

    public int ClusterCount { get; }

    /// <summary>Periods × units.</summary>
    public double[][] Outcomes { get; }

    /// <summary>The weight of each unit in a cohort's share: that of its first observed period.</summary>
    public double[] ShareWeight { get; }

    public int NeverTreated => unitsByStart.Where(pair => IsNever(pair.Key)).Sum(pair => pair.Value.Length);

    public int[] UnitsOf(int cohort) => unitsByStart[cohort];

    public double[] Weights(int period) => weights[period] ?? ones;

    /// <summary>The lists of units that serve as controls of a cohort when the later of the two periods is this one.</summary>
    public IEnumerable<int[]> Controls(GroupTimeControls controls, int cohort, int latestPeriod) => unitsByStart
        .Where(pair => pair.Key != cohort && (IsNever(pair.Key) || (controls == GroupTimeControls.NotYetTreated && pair.Key > (long)latestPeriod + Anticipation)))
        .OrderBy(pair => pair.Key)
        .Select(pair => pair.Value);

    // Those who start (and anticipate) after the last period are never treated in the panel.
    private bool IsNever(int start) => start > (long)lastPeriod + Anticipation;

    private void LayOut()
    {
        var shareSet = new bool[Count];
        for (var period = 0; period < Outcomes.Length; period++)
        {
            var outcomes = Outcomes[period] = new double[Count];
            var weights = new double[Count];
            var weighted = false;
            for (var unit = 0; unit < outcomes.Length; unit++)
            {
                outcomes[unit] = Panel.Outcome(Positions[unit], period);
                weights[unit] = Panel.Weight(Positions[unit], period);
                weighted |= weights[unit] != 1;
                if (!shareSet[unit] && !double.IsNaN(outcomes[unit]))
                {
                    ShareWeight[unit] = weights[unit];
                    shareSet[unit] = true;
                }
            }

            this.weights[period] = weighted ? weights : null;
        }
    }
}
