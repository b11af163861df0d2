using Utvardering.Statistics.DifferenceInDifferences;

namespace Utvardering.Statistics.Randomisation;

/// <summary>Gathers max |δ̂(b)| / σ(b) for every assignment, one start of drift at a time, so that no starts × assignments table is held.</summary>
/// <param name="assignments">How many assignments there are.</param>
internal sealed class PreTrendMaximum(int assignments)
{
    private readonly double[] maximum = new double[assignments];

    /// <summary>The joint test of <see cref="PreTrendTest"/>.</summary>
    /// <param name="study">With at least two periods before treatment.</param>
    /// <param name="assignments">The assignments of its units.</param>
    public static PreTrendTest Test(EventStudyEstimate study, Assignments assignments)
    {
        int[] before = [.. study.Periods.Index().Where(period => period.Item.EventTime < 0).Select(period => period.Index)];
        var gathered = new PreTrendMaximum(assignments.Count);
        foreach (var weights in Drifts(before.Length))
        {
            var centred = PlaceboDistribution.Centre([.. study.Units.Select(unit => weights.Zip(before, (weight, period) => weight * unit.Changes[period]).Sum())]);

            // Terms cancel where nothing drifts: their rounding is not relative to what is left of them.
            if (PlaceboDistribution.Varies(centred, study.Units.Max(unit => weights.Zip(before, (weight, period) => Math.Abs(weight * unit.Changes[period])).Sum())))
            {
                gathered.Add(PlaceboDistribution.DifferenceInMeans(centred, assignments), Deviation(centred, assignments));
            }
        }

        return gathered.Test(assignments.ObservedIndex, assignments.MinimumP, before.Length, assignments.IsExhaustive);
    }

    /// <summary>
    /// For a drift after each period but the last, w(t) = (t − b)⁺ less its mean: the broken line that is level up to b and rises by one a period after it.
    /// </summary>
    public static IEnumerable<double[]> Drifts(int periods) => Enumerable.Range(0, periods - 1).Select(start =>
    {
        double[] line = [.. Enumerable.Range(0, periods).Select(period => (double)Math.Max(0, period - start))];
        var mean = line.Average();
        return line.Select(value => value - mean).ToArray();
    });

    /// <param name="differences">δ̂(b) under every assignment. A contrast of which every assignment gives zero says nothing for or against, and is not added.</param>
    /// <param name="deviation">σ(b).</param>
    public void Add(double[] differences, double deviation)
    {
        for (var a = 0; a < differences.Length; a++)
        {
            maximum[a] = Math.Max(maximum[a], Math.Abs(differences[a]) / deviation);
        }
    }

    public PreTrendTest Test(int observedIndex, double minimumP, int periods, bool isExhaustive)
    {
        var observed = this.maximum[observedIndex];
        var tie = RandomisationTest.TieTolerance * Math.Max(1, observed);
        var extreme = this.maximum.Count(maximum => maximum >= observed - tie);
        return new(observed, (double)extreme / this.maximum.Length, minimumP, periods, isExhaustive);
    }

    // σ² = S² n / (n₁ n₀), S² = Σ(d − d̄)² / (n − 1)
    private static double Deviation(double[] centred, Assignments assignments)
    {
        var variance = centred.Sum(contrast => contrast * contrast) / (centred.Length - 1);
        return Math.Sqrt(variance * centred.Length / ((double)assignments.TreatedCount * assignments.ControlCount));
    }
}
