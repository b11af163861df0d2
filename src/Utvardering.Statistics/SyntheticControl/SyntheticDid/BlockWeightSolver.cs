using Utvardering.Statistics.SyntheticControl.Simplex;

namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>The two weight problems of synthetic difference in differences, each solved exactly.</summary>
internal static class BlockWeightSolver
{
    public static BlockWeights Solve(CohortBlock block, BlockRidge ridge, SyntheticDidWeighting weighting) => weighting switch
    {
        SyntheticDidWeighting.SyntheticDid => new(Omega(block, ridge, intercept: true), Lambda(block, ridge)),
        SyntheticDidWeighting.SyntheticControl => new(Omega(block, ridge, intercept: false), new double[block.Pre]),
        SyntheticDidWeighting.DifferenceInDifferences => new(Equal(block.Controls.Length), Equal(block.Pre)),
        _ => throw new ArgumentOutOfRangeException(nameof(weighting), weighting, "There is no such weighting of a synthetic difference in differences."),
    };

    // min over ω₀, ω of Σ over t ≤ T₀ of (ω₀ + Σ ωᵢYᵢₜ − Ȳ₁ₜ)² + ζ²T₀‖ω‖²; the intercept goes when each column is centred.
    private static double[] Omega(CohortBlock block, BlockRidge ridge, bool intercept)
    {
        var target = block.TreatedMean();
        var rows = block.Pre;
        var points = new double[block.Controls.Length * rows];
        for (var unit = 0; unit < block.Controls.Length; unit++)
        {
            var point = points.AsSpan(unit * rows, rows);
            block.Controls[unit].AsSpan(0, rows).CopyTo(point);
            Vectors.Add(point, -1, target.AsSpan(0, rows));
            if (intercept)
            {
                Centre(point);
            }
        }

        return SimplexLeastSquares.Weights(new(points, block.Controls.Length, rows, ridge.ZetaOmega * ridge.ZetaOmega * rows), []);
    }

    // min over λ₀, λ of Σ over controls of (λ₀ + Σ λₜYᵢₜ − Ȳᵢ,post)² + ζ²N₀‖λ‖²
    private static double[] Lambda(CohortBlock block, BlockRidge ridge)
    {
        var rows = block.Controls.Length;
        var after = block.Controls.Select(unit => Mean(unit.AsSpan(block.Pre))).ToArray();
        var points = new double[block.Pre * rows];
        for (var period = 0; period < block.Pre; period++)
        {
            var point = points.AsSpan(period * rows, rows);
            for (var unit = 0; unit < rows; unit++)
            {
                point[unit] = block.Controls[unit][period] - after[unit];
            }

            Centre(point);
        }

        return SimplexLeastSquares.Weights(new(points, block.Pre, rows, ridge.ZetaLambda * ridge.ZetaLambda * rows), []);
    }

    private static void Centre(Span<double> values)
    {
        var mean = Mean(values);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] -= mean;
        }
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private static double[] Equal(int count)
    {
        var weights = new double[count];
        Array.Fill(weights, 1.0 / count);
        return weights;
    }
}
