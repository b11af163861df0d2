using Utvardering.Statistics.Regression;
using Utvardering.Statistics.SyntheticControl.Simplex;

namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>
/// min over λ₀, λ of Σ over controls of (λ₀ + Σ λₜYᵢₜ − Ȳᵢ,post)² + ζ²N₀‖λ‖² over the simplex, for one choice of controls after the other.
/// </summary>
/// <remarks>
/// With zᵢₜ = Yᵢₜ − Ȳᵢ,post the sum is λ'Kλ, K = Σ (zᵢ − z̄)(zᵢ − z̄)': periods × periods, from sums over all controls less those left out. The rows of K's
/// Cholesky factor are points with these products, fewer in dimension than the controls. Where K is nearly singular, which loses digits, the points
/// themselves are taken.
/// </remarks>
internal sealed class PeriodWeightProblem
{
    // The share of a period's squares that the others must leave.
    private const double Singular = 1e-4;

    private readonly double[][] gaps;
    private readonly double zeta;
    private readonly int periods;
    private readonly ControlPositions controls;
    private readonly ColumnProducts columns;
    private readonly int[] start;

    /// <param name="series">For each unit its outcome in each period.</param>
    /// <param name="pre">T₀.</param>
    /// <param name="controls">The units that controls are chosen among.</param>
    /// <param name="zeta">ζ.</param>
    public PeriodWeightProblem(double[][] series, int pre, int[] controls, double zeta)
    {
        (this.zeta, periods, this.controls) = (zeta, pre, new(controls, series.Length));
        gaps = [.. series.Select(unit => Gaps(unit, pre))];

        // The common part of z falls out of K: without it sums lose fewer digits.
        var common = new double[pre];
        foreach (var unit in controls)
        {
            VectorMath.AddScaled(common, -1.0 / controls.Length, gaps[unit]);
        }

        columns = new(pre + 1, controls.Length, (i, values) =>
        {
            gaps[controls[i]].CopyTo(values);
            VectorMath.AddScaled(values[..pre], 1, common);
            values[pre] = 1;
        });

        // Other choices have much the same weights: a good place to begin, and the end does not depend on it.
        start = [];
        var all = Solve(controls);
        start = [.. Enumerable.Range(0, pre).Where(period => all[period] > 0)];
    }

    /// <summary>λ.</summary>
    public double[] Solve(int[] controls) => Compressed(controls) is { } problem
        ? SimplexLeastSquares.ActiveSet(problem, start)
        : SimplexLeastSquares.ActiveSet(Points(controls), []);

    private SimplexProblem? Compressed(int[] controls)
    {
        var products = columns.Sum();
        var all = new int[columns.Count];
        Array.Fill(all, 1);
        columns.Change(products, all, this.controls.Times(controls));
        var stride = columns.Stride;
        var sums = products.AsSpan(periods * stride, periods);
        for (var t = 0; t < periods; t++)
        {
            // K = Σ zz' − (Σz)(Σz)'/N₀; the ridge goes to its diagonal.
            VectorMath.AddScaled(products.AsSpan(t * stride, t + 1), -sums[t] / controls.Length, sums);
            products[(t * stride) + t] += zeta * zeta * controls.Length;
        }

        var factor = new CholeskyFactor(periods, stride);
        return factor.Factorise(products, leastShare: Singular) ? new(factor.Rows(), periods, periods, ridge: 0) : null;
    }

    private SimplexProblem Points(int[] controls)
    {
        var points = new double[periods * controls.Length];
        for (var period = 0; period < periods; period++)
        {
            var point = points.AsSpan(period * controls.Length, controls.Length);
            for (var i = 0; i < controls.Length; i++)
            {
                point[i] = gaps[controls[i]][period];
            }

            SeriesMean.Centre(point);
        }

        return new(points, periods, controls.Length, zeta * zeta * controls.Length);
    }

    private static double[] Gaps(double[] series, int pre)
    {
        var after = SeriesMean.Of(series.AsSpan(pre));
        return [.. series.Take(pre).Select(value => value - after)];
    }
}
