using Utvardering.Statistics.Randomisation;

namespace Utvardering.Validation.PreTrends;

/// <summary>The randomisation test of a family of contrasts: the largest of them against its own distribution over the assignments.</summary>
internal static class JointMaximum
{
    /// <param name="panel">Units × periods.</param>
    /// <param name="contrasts">The weights of each contrast.</param>
    /// <param name="assignments">The assignments of the units.</param>
    /// <returns>The share of assignments with a maximum at least as large as the observed.</returns>
    public static double P(double[][] panel, IEnumerable<double[]> contrasts, Assignments assignments)
    {
        var maximum = new double[assignments.Count];
        foreach (var weights in contrasts)
        {
            Add(maximum, Centred(panel, weights), assignments);
        }

        var observed = maximum[assignments.ObservedIndex];
        return (double)maximum.Count(value => value >= observed * (1 - 1e-9)) / maximum.Length;
    }

    private static void Add(double[] maximum, double[] values, Assignments assignments)
    {
        // With centred values the difference in means is a multiple of the sum over the treated; its standard deviation over assignments is √(S² n₁ n₀ / n) of that sum.
        var deviation = Math.Sqrt(values.Sum(value => value * value) / (values.Length - 1) * assignments.TreatedCount * assignments.ControlCount / values.Length);
        for (var assignment = 0; assignment < maximum.Length; assignment++)
        {
            var sum = 0.0;
            foreach (var unit in assignments[assignment])
            {
                sum += values[unit];
            }

            maximum[assignment] = Math.Max(maximum[assignment], Math.Abs(sum) / deviation);
        }
    }

    private static double[] Centred(double[][] panel, double[] weights)
    {
        double[] values = [.. panel.Select(series =>
        {
            var sum = 0.0;
            for (var period = 0; period < weights.Length; period++)
            {
                sum += weights[period] * series[period];
            }

            return sum;
        })];
        var mean = values.Average();
        return [.. values.Select(value => value - mean)];
    }
}
