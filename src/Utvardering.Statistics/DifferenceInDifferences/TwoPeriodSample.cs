using System.Collections.Immutable;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The units of one comparison: changes, weights and regressors (an intercept and standardised covariates).</summary>
/// <param name="Units">Positions of the units in the sample.</param>
/// <param name="Treated">1 for the cohort, 0 for its controls.</param>
/// <param name="Change">Y(t) − Y(b).</param>
/// <param name="Weight">Weights of mean 1.</param>
/// <param name="Regressors">Units × regressors, row after row.</param>
/// <param name="Width">The number of regressors.</param>
internal sealed record TwoPeriodSample(int[] Units, double[] Treated, double[] Change, double[] Weight, double[] Regressors, int Width)
{
    public int Count => Units.Length;

    public int TreatedCount { get; } = Treated.Count(treated => treated == 1);

    public ReadOnlySpan<double> Row(int i) => Regressors.AsSpan(i * Width, Width);

    /// <summary>Gathers the units observed in both periods.</summary>
    public static TwoPeriodSample Of(GroupTimeSample sample, ImmutableArray<string> covariates, int period, int basePeriod, int[] treated, int[][] controls)
    {
        var (after, before) = (sample.Outcomes[period], sample.Outcomes[basePeriod]);
        var earlier = Math.Min(period, basePeriod);
        int[] units = [.. treated.Concat(controls.SelectMany(list => list)).Where(unit => !double.IsNaN(after[unit] - before[unit]))];
        var start = treated.Length == 0 ? 0 : sample.Start[treated[0]];
        var weights = sample.Weights(earlier);
        var mean = units.Length == 0 ? 1 : units.Average(unit => weights[unit]);
        return new(
            units,
            [.. units.Select(unit => sample.Start[unit] == start ? 1.0 : 0.0)],
            [.. units.Select(unit => after[unit] - before[unit])],
            [.. units.Select(unit => weights[unit] / mean)],
            Standardised(sample, covariates, earlier, units),
            covariates.Length + 1);
    }

    // Fits and influence functions do not change by it, and the normal equations lose fewer digits.
    private static double[] Standardised(GroupTimeSample sample, ImmutableArray<string> covariates, int period, int[] units)
    {
        var width = covariates.Length + 1;
        var rows = new double[units.Length * width];
        for (var i = 0; i < units.Length; i++)
        {
            rows[i * width] = 1;
        }

        for (var column = 1; column < width && units.Length > 0; column++)
        {
            double[] values = [.. units.Select(unit => sample.Panel.Covariate(covariates[column - 1], sample.Positions[unit], period))];
            var mean = values.Average();
            var spread = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
            for (var i = 0; i < values.Length; i++)
            {
                rows[(i * width) + column] = spread > 0 ? (values[i] - mean) / spread : 0;
            }
        }

        return rows;
    }
}
