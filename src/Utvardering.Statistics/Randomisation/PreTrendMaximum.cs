using Utvardering.Statistics.DifferenceInDifferences;

namespace Utvardering.Statistics.Randomisation;

/// <summary>Gathers max |δ̂(b)| / σ(b) for every assignment, one start of drift at a time, so that no starts × assignments table is held.</summary>
internal sealed class PreTrendMaximum
{
    private readonly Assignments assignments;

    private readonly double[] maximum;

    private PreTrendMaximum(Assignments assignments) => (this.assignments, maximum) = (assignments, new double[assignments.Count]);

    /// <summary>The joint test of <see cref="PreTrendTest"/>.</summary>
    /// <param name="study">With at least two periods before treatment.</param>
    /// <param name="assignments">The assignments of its units.</param>
    public static PreTrendTest Test(EventStudyEstimate study, Assignments assignments)
    {
        int[] before = [.. study.Periods.Index().Where(period => period.Item.EventTime < 0).Select(period => period.Index)];
        var gathered = new PreTrendMaximum(assignments);
        for (var start = 0; start < before.Length - 1; start++)
        {
            var weights = Drift(before.Length, start);
            gathered.Add(
                [.. study.Units.Select(unit => weights.Zip(before, (weight, period) => weight * unit.Changes[period]).Sum())],
                study.Units.Max(unit => weights.Zip(before, (weight, period) => Math.Abs(weight * unit.Changes[period])).Sum()));
        }

        return gathered.Test(before.Length);
    }

    // w(t) = (t − b)⁺ less its mean: the broken line that is level up to b and rises by one a period after it
    private static double[] Drift(int periods, int start)
    {
        double[] line = [.. Enumerable.Range(0, periods).Select(period => (double)Math.Max(0, period - start))];
        var mean = line.Average();
        return [.. line.Select(value => value - mean)];
    }

    /// <param name="contrasts">One for each unit.</param>
    /// <param name="scale">The largest sum of |terms| of a contrast. Terms cancel where nothing drifts: their rounding is not relative to what is left of them.</param>
    private void Add(double[] contrasts, double scale)
    {
        var centred = PlaceboDistribution.Centre(contrasts);
        if (!PlaceboDistribution.Varies(centred, scale))
        {
            // Every assignment gives zero: the contrast says nothing for or against.
            return;
        }

        var deviation = Deviation(centred);
        foreach (var (a, difference) in PlaceboDistribution.DifferenceInMeans(centred, assignments).Index())
        {
            maximum[a] = Math.Max(maximum[a], Math.Abs(difference) / deviation);
        }
    }

    private PreTrendTest Test(int periods)
    {
        var observed = this.maximum[assignments.ObservedIndex];
        var tie = RandomisationTest.TieTolerance * Math.Max(1, observed);
        var extreme = this.maximum.Count(maximum => maximum >= observed - tie);
        return new(observed, (double)extreme / this.maximum.Length, assignments.MinimumP, periods, assignments.IsExhaustive);
    }

    // σ² = S² n / (n₁ n₀), S² = Σ(d − d̄)² / (n − 1)
    private double Deviation(double[] centred)
    {
        var variance = centred.Sum(contrast => contrast * contrast) / (centred.Length - 1);
        return Math.Sqrt(variance * centred.Length / ((double)assignments.TreatedCount * assignments.ControlCount));
    }
}
