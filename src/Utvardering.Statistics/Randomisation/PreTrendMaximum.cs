namespace Utvardering.Statistics.Randomisation;

/// <summary>Gathers max |τ̂(t)| / σ(t) for every assignment, period by period, so that no periods × assignments table is held.</summary>
internal sealed class PreTrendMaximum(Assignments assignments)
{
    private readonly double[] maximum = new double[assignments.Count];

    public int Periods { get; private set; }

    public void Add(double[] differences, double[] centred, double scale)
    {
        Periods++;
        if (!PlaceboDistribution.Varies(centred, scale))
        {
            // Every assignment gives zero: the period says nothing for or against.
            return;
        }

        var deviation = Deviation(centred);
        for (var a = 0; a < differences.Length; a++)
        {
            maximum[a] = Math.Max(maximum[a], Math.Abs(differences[a]) / deviation);
        }
    }

    public PreTrendTest Test(double minimumP)
    {
        var observed = this.maximum[assignments.ObservedIndex];
        var tie = RandomisationTest.TieTolerance * Math.Max(1, observed);
        var extreme = this.maximum.Count(maximum => maximum >= observed - tie);
        return new(observed, (double)extreme / this.maximum.Length, minimumP, Periods, assignments.IsExhaustive);
    }

    // σ² = S² n / (n₁ n₀), S² = Σ(d − d̄)² / (n − 1)
    private double Deviation(double[] centred)
    {
        var variance = centred.Sum(change => change * change) / (centred.Length - 1);
        return Math.Sqrt(variance * centred.Length / ((double)assignments.TreatedCount * assignments.ControlCount));
    }
}
