using Utvardering.Statistics.Regression;
using Utvardering.Statistics.SyntheticControl.Simplex;

namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>
/// min over ω₀, ω of Σ over t ≤ T₀ of (ω₀ + Σ ωᵢYᵢₜ − Ȳ₁ₜ)² + ζ²T₀‖ω‖² over the simplex, for one choice after the other of treated units and controls. The
/// intercept goes when each series is centred.
/// </summary>
internal sealed class UnitWeightProblem
{
    private readonly double[][] series;
    private readonly double ridge;
    private readonly ControlPositions controls;
    private readonly RidgedWeights weights;

    /// <param name="series">For each unit its outcomes before treatment, centred where there is an intercept.</param>
    /// <param name="controls">The units that controls are chosen among.</param>
    /// <param name="zeta">ζ.</param>
    public UnitWeightProblem(double[][] series, int[] controls, double zeta)
    {
        var rows = series[0].Length;
        (this.series, ridge, this.controls) = (series, zeta * zeta * rows, new(controls, series.Length));
        weights = new([.. controls.SelectMany(unit => series[unit])], rows);
    }

    /// <summary>ω, one for each of the controls, which may be given several times.</summary>
    public double[] Solve(int[] controls, int[] treated)
    {
        var target = new double[series[0].Length];
        foreach (var unit in treated)
        {
            VectorMath.AddScaled(target, 1.0 / treated.Length, series[unit]);
        }

        return this.weights.For(target, ridge, this.controls.Times(controls)) is { } weights
            ? this.controls.Select(controls, weights)
            : SimplexLeastSquares.ActiveSet(Points(controls, target), []);
    }

    private SimplexProblem Points(int[] controls, double[] target)
    {
        var points = new double[controls.Length * target.Length];
        foreach (var (i, unit) in controls.Index())
        {
            var point = points.AsSpan(i * target.Length, target.Length);
            series[unit].CopyTo(point);
            VectorMath.AddScaled(point, -1, target);
        }

        return new(points, controls.Length, target.Length, ridge);
    }
}
