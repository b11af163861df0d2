using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The units of one comparison: changes, weights and regressors (an intercept and standardised covariates).</summary>
/// <param name="Units">Positions of the units in the sample.</param>
/// <param name="Treated">1 for the cohort, 0 for its controls.</param>
/// <param name="Change">Y(t) − Y(b).</param>
/// <param name="Weight">Weights of mean 1.</param>
/// <param name="Regressors">Regressors × units.</param>
internal sealed record TwoPeriodSample(int[] Units, double[] Treated, double[] Change, double[] Weight, double[][] Regressors)
{
    public int Count => Units.Length;

    public int TreatedCount { get; } = Treated.Count(treated => treated == 1);

    /// <summary>(mean of w x x′)⁻¹, or null when the regressors are collinear where the weight is.</summary>
    public Matrix<double>? InverseMoments(double[] weight)
    {
        var (_, dropped, inverse) = OrderedCholesky.Invert(NormalEquations.Gram(Regressors, weight), null, 0);
        return dropped.Length == 0 ? inverse * Count : null;
    }

    /// <summary>mean of w x.</summary>
    public Vector<double> Mean(double[] weight) => Vector<double>.Build.Dense(NormalEquations.Project(Regressors, weight, null)) / Count;

    /// <summary>x′β of each unit.</summary>
    public double[] Times(Vector<double> coefficients)
    {
        var values = new double[Count];
        foreach (var (column, regressor) in Regressors.Index())
        {
            VectorMath.AddScaled(values, coefficients[column], regressor);
        }

        return values;
    }

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
            [[.. units.Select(_ => 1.0)], .. covariates.Select(name => Standardised(sample, name, earlier, units))]);
    }

    // Fits and influence functions do not change by it, and the normal equations lose fewer digits.
    private static double[] Standardised(GroupTimeSample sample, string covariate, int period, int[] units)
    {
        double[] values = [.. units.Select(unit => sample.Panel.Covariate(covariate, sample.Positions[unit], period))];
        var mean = values.DefaultIfEmpty(0).Average();
        var spread = Math.Sqrt(values.Select(value => (value - mean) * (value - mean)).DefaultIfEmpty(0).Average());
        return [.. values.Select(value => spread > 0 ? (value - mean) / spread : 0)];
    }
}
