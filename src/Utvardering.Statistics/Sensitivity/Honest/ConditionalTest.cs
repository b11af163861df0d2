using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Optimisation;
using Utvardering.Statistics.Random;

namespace Utvardering.Statistics.Sensitivity;

/// <summary>The test that an effect is compatible with one polyhedron of trends.</summary>
/// <remarks>
/// <para>
/// Andrews, Roth and Pakes (2023), "Inference for Linear Conditional Moment Inequalities", as used by Rambachan and Roth (2023), section 4.2. If the effect
/// is θ, then E y(θ) ≤ Xτ for some effects τ of the other periods, y(θ) = Aβ̂ − d − aθ. The statistic is η = min {η : y ≤ η σ + Xτ}, by duality
/// max {γ′y : γ ≥ 0, γ′X = 0, γ′σ = 1}. Rows are divided by their σ here, so γ sums to one.
/// </para>
/// <para>
/// Given the best vertex γ and what is independent of γ′y, γ′y is normal and held between v_lo and v_up, the values for which γ stays best. They are the
/// ends of {v : max γ̃′(s + cv) = v}, c = Σγ / γ′Σγ, s = y − cγ′y: the left side is convex and piecewise linear in v, so Newton's steps reach each
/// end after finitely many programs, however degenerate. Only bounds that involve a period after treatment take part, as recommended there.
/// </para>
/// </remarks>
internal sealed class ConditionalTest
{
    private const double FarAway = 100;
    private const int MostSteps = 100;

    private readonly double[] level;
    private readonly double[] slope;
    private readonly Matrix<double> correlation;
    private readonly LinearProgram program;
    private readonly double size;
    private readonly double firstStage = double.PositiveInfinity;

    public ConditionalTest(TrendBounds bounds, EventStudyCoefficients study, ImmutableArray<double> weights, HonestOptions options, HonestMethod method)
    {
        var pre = study.PreCount;
        var rows = Enumerable.Range(0, bounds.Matrix.RowCount)
            .Where(row => weights.Length == 1 || Enumerable.Range(pre, weights.Length).Any(column => bounds.Matrix[row, column] != 0)).ToArray();
        var matrix = Matrix<double>.Build.DenseOfRowVectors(rows.Select(row => bounds.Matrix.Row(row)));
        var deviations = (matrix * study.Covariance * matrix.Transpose()).Diagonal().PointwiseSqrt();
        var scaled = Matrix<double>.Build.DenseOfDiagonalVector(1 / deviations) * matrix;
        correlation = scaled * study.Covariance * scaled.Transpose();
        level = [.. (scaled * study.Values) - Vector<double>.Build.Dense(rows.Length, i => bounds.Limits[rows[i]] / deviations[i])];

        // θ = l′τ is solved for the period with the largest weight; the other effects are free.
        var pivot = Enumerable.Range(0, weights.Length).MaxBy(i => Math.Abs(weights[i]));
        var effect = scaled.Column(pre + pivot) / weights[pivot];
        slope = [.. effect];
        var nuisance = Enumerable.Range(0, weights.Length).Where(i => i != pivot).Select(i => (scaled.Column(pre + i) - (effect * weights[i])).ToArray());
        var ones = Enumerable.Repeat(1.0, rows.Length).ToArray();
        program = new([.. nuisance, ones], [.. Enumerable.Repeat(0.0, weights.Length - 1), 1]);

        var alpha = 1 - options.Confidence;
        size = alpha;
        if (method == HonestMethod.ConditionalLeastFavourable)
        {
            var spent = alpha * options.FirstStageShare;
            size = (alpha - spent) / (1 - spent);
            firstStage = LeastFavourable(scaled * study.Covariance.Cholesky().Factor, 1 - spent, options);
        }
    }

    /// <summary>Whether the effect is not rejected.</summary>
    public bool Accepts(double effect)
    {
        var y = new double[level.Length];
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = level[i] - (effect * slope[i]);
        }

        var best = program.Maximise(y);
        if (best.Status != LinearProgramStatus.Optimal)
        {
            // No combination of bounds is free of the other effects: they put no limit on this one.
            return true;
        }

        var eta = best.Value;
        if (eta > firstStage)
        {
            return false;
        }

        var gamma = Vector<double>.Build.DenseOfEnumerable(best.Point);
        var direction = correlation * gamma;
        var variance = gamma * direction;
        if (variance < 1e-15)
        {
            return eta <= 0;
        }

        var deviation = Math.Sqrt(variance);
        var c = (direction / variance).ToArray();
        var low = End(y, c, eta, -FarAway * deviation);
        var high = Math.Min(End(y, c, eta, FarAway * deviation), firstStage);

        // Reject when η/σ exceeds the 1 − α quantile of the normal between the ends, or zero.
        return eta <= 0 || eta / deviation <= TruncatedNormal.Quantile(1 - size, low / deviation, high / deviation);
    }

    private double End(double[] y, double[] c, double eta, double step)
    {
        var v = eta + step;
        var objective = new double[y.Length];
        var tolerance = 1e-10 * Math.Max(1, Math.Abs(step));
        for (var i = 0; i < MostSteps; i++)
        {
            for (var row = 0; row < y.Length; row++)
            {
                objective[row] = y[row] + (c[row] * (v - eta));
            }

            var best = program.Maximise(objective);
            if (best.Value <= v + tolerance)
            {
                return i == 0 ? (step < 0 ? double.NegativeInfinity : double.PositiveInfinity) : v;
            }

            // The line of the new vertex, γ′(s + cv) = v
            double level = 0, slope = 0;
            for (var row = 0; row < y.Length; row++)
            {
                level += best.Point[row] * (y[row] - (c[row] * eta));
                slope += best.Point[row] * c[row];
            }

            var next = level / (1 - slope);
            v = step > 0 ? Math.Clamp(next, eta, v) : Math.Clamp(next, v, eta);
            if (v == eta)
            {
                return eta;
            }
        }

        return v;
    }

    // The quantile of max {γ′ξ} with ξ of mean zero: the most that η can exceed zero by chance, whatever the trends.
    private double LeastFavourable(Matrix<double> factor, double probability, HonestOptions options)
    {
        var draws = new double[options.Draws];
        var normal = Vector<double>.Build.Dense(factor.ColumnCount);
        for (var draw = 0; draw < draws.Length; draw++)
        {
            var random = new RandomSequence(options.Seed, (ulong)draw);
            for (var i = 0; i < normal.Count; i++)
            {
                normal[i] = random.NextNormal();
            }

            draws[draw] = program.Maximise((factor * normal).AsArray()).Value;
        }

        Array.Sort(draws);
        var position = (draws.Length - 1) * probability;
        var below = (int)position;
        return draws[below] + ((position - below) * (draws[Math.Min(below + 1, draws.Length - 1)] - draws[below]));
    }
}
