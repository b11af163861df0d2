namespace Utvardering.Statistics.Randomisation;

/// <summary>Statistics of one change for each unit, under every assignment.</summary>
internal static class PlaceboDistribution
{
    /// <summary>
    /// The changes less their mean. No statistic here changes by it, and without the common level sums lose fewer digits,
    /// so that ties are seen as ties.
    /// </summary>
    public static double[] Centre(IReadOnlyCollection<double> changes)
    {
        var mean = changes.Average();
        return [.. changes.Select(change => change - mean)];
    }

    /// <summary>The largest |change|, its common level included: what rounding of the statistics is relative to.</summary>
    public static double Scale(IEnumerable<double> changes) => changes.Max(Math.Abs);

    /// <summary>Whether the changes differ by more than rounding.</summary>
    public static bool Varies(double[] centred, double scale) => centred.Max(Math.Abs) > RandomisationTest.TieTolerance * scale;

    public static double[] DifferenceInMeans(double[] centred, Assignments assignments)
    {
        var total = centred.Sum();
        var distribution = new double[assignments.Count];
        for (var a = 0; a < distribution.Length; a++)
        {
            var treated = 0.0;
            foreach (var unit in assignments[a])
            {
                treated += centred[unit];
            }

            // A = mean over assigned − mean over the others
            distribution[a] = (treated / assignments.TreatedCount) - ((total - treated) / assignments.ControlCount);
        }

        return distribution;
    }

    public static double[] Welch(double[] centred, Assignments assignments, double scale)
    {
        var groups = new GroupSpread(centred, assignments);
        var total = centred.Sum();
        var distribution = new double[assignments.Count];
        for (var a = 0; a < distribution.Length; a++)
        {
            var sum = 0.0;
            foreach (var unit in assignments[a])
            {
                sum += centred[unit];
            }

            distribution[a] = Welch((sum / assignments.TreatedCount) - ((total - sum) / assignments.ControlCount), groups.Variance(a), scale);
        }

        return distribution;
    }

    // t = (Ȳ₁ − Ȳ₀) / √(s₁²/n₁ + s₀²/n₀), with s² = Σ(y − Ȳ)² / (n − 1)
    private static double Welch(double difference, double variance, double scale)
    {
        // Groups without spread: no difference is no evidence, any difference is all the evidence there can be.
        var error = Math.Sqrt(variance);
        var rounding = RandomisationTest.TieTolerance * scale;
        return error > rounding ? difference / error : Math.Abs(difference) <= rounding ? 0 : Math.Sign(difference) * double.PositiveInfinity;
    }
}
