using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Regression;

/// <summary>Fixed effects taken out without iteration: the effect with most levels is eliminated, the others leave a small dense system.</summary>
/// <remarks>
/// With D₁ the dummies of the largest effect and D₂ those of the others, D₁′WD₁ is diagonal and
/// S = D₂′WD₂ − D₂′WD₁ (D₁′WD₁)⁻¹ D₁′WD₂ has as many rows as the others have levels. S is singular (dummies are dependent): a
/// generalised inverse serves, since only fitted values are used. Exact for any weights and any missing cells.
/// </remarks>
internal sealed class DirectAbsorption : Absorption
{
    private const int MostPasses = 4;

    private readonly Grouping[] others;
    private readonly int[] offsets;
    private readonly int largest;
    private readonly double[]? weights;

    // Levels of the largest × levels of the others: Σ w.
    private readonly double[] cross;

    public DirectAbsorption(IReadOnlyList<Grouping> effects, double[]? weights)
    {
        this.weights = weights;
        largest = effects.Index().MaxBy(effect => effect.Item.Count).Index;
        Largest = effects[largest];
        others = [.. effects.Where((_, index) => index != largest)];
        offsets = new int[others.Length + 1];
        for (var i = 0; i < others.Length; i++)
        {
            offsets[i + 1] = offsets[i] + others[i].Count;
        }

        Width = offsets[^1];
        Total = new double[Largest.Count];
        cross = new double[Largest.Count * Width];
        Tabulate();
        Inverse = InvertSystem(out var rank);
        Rank = Largest.Count + rank;
    }

    /// <summary>The effect with most levels.</summary>
    public Grouping Largest { get; }

    /// <summary>Σ w over each level of the largest.</summary>
    public double[] Total { get; }

    /// <summary>The number of levels of the other effects together.</summary>
    public int Width { get; }

    /// <summary>The rank of all dummies together.</summary>
    public int Rank { get; }

    /// <summary>S⁻, others × others, row by row.</summary>
    public double[] Inverse { get; }

    /// <summary>Σ w of each other level within a level of the largest.</summary>
    public ReadOnlySpan<double> CrossOf(int level) => cross.AsSpan(level * Width, Width);

    /// <summary>The positions of a row's other levels in S.</summary>
    public IEnumerable<int> OthersOf(int row) => others.Select((effect, i) => offsets[i] + effect.Codes[row]);

    public override double[] Residual(double[] column)
    {
        var left = (double[])column.Clone();
        var scale = Math.Sqrt(NormalEquations.Gram([column], weights)[0, 0]);
        var ofLargest = new double[Largest.Count];
        var ofOthers = new double[Width];
        for (var pass = 0; pass < MostPasses; pass++)
        {
            // Once on a well-conditioned panel; a second pass corrects rounding where levels hang together weakly.
            Array.Clear(ofLargest);
            Accumulate(Largest.Codes, left, weights, ofLargest);
            for (var level = 0; level < ofLargest.Length; level++)
            {
                ofLargest[level] /= Total[level];
            }

            Subtract(Largest.Codes, ofLargest, left);
            SumOthers(left, ofOthers);
            if (Width == 0 || Math.Sqrt(VectorMath.Dot(ofOthers, ofOthers)) <= 1e-13 * scale)
            {
                return left;
            }

            SubtractSolution(ofOthers, left);
        }

        return left;
    }

    /// <summary>One solution θ of D′WDθ = sums, as one array for each effect in the order given to the constructor.</summary>
    public double[][] Solve(double[][] sums)
    {
        var ofLargest = Array.ConvertAll(sums[largest], value => value);
        double[] right = [.. sums.Where((_, index) => index != largest).SelectMany(values => values)];
        for (var level = 0; level < ofLargest.Length; level++)
        {
            VectorMath.AddScaled(right, -ofLargest[level] / Total[level], CrossOf(level));
        }

        var solution = Multiply(right);
        for (var level = 0; level < ofLargest.Length; level++)
        {
            ofLargest[level] = (ofLargest[level] - VectorMath.Dot(CrossOf(level), solution)) / Total[level];
        }

        var effects = others.Select((_, i) => solution[offsets[i]..offsets[i + 1]]).ToList();
        effects.Insert(largest, ofLargest);
        return [.. effects];
    }

    /// <summary>S⁻ times a vector.</summary>
    public double[] Multiply(double[] vector)
    {
        var product = new double[Width];
        for (var i = 0; i < Width; i++)
        {
            product[i] = VectorMath.Dot(Inverse.AsSpan(i * Width, Width), vector);
        }

        return product;
    }

    private void SumOthers(double[] values, double[] sums)
    {
        for (var i = 0; i < others.Length; i++)
        {
            var own = new double[others[i].Count];
            Accumulate(others[i].Codes, values, weights, own);
            own.CopyTo(sums, offsets[i]);
        }
    }

    private void SubtractSolution(double[] sums, double[] values)
    {
        var solution = Multiply(sums);

        // The largest effect takes up the mean of the others: −(D₁′WD₁)⁻¹ D₁′WD₂ γ
        var ofLargest = new double[Largest.Count];
        for (var level = 0; level < ofLargest.Length; level++)
        {
            ofLargest[level] = -VectorMath.Dot(CrossOf(level), solution) / Total[level];
        }

        Subtract(Largest.Codes, ofLargest, values);
        for (var i = 0; i < others.Length; i++)
        {
            Subtract(others[i].Codes, solution[offsets[i]..offsets[i + 1]], values);
        }
    }

    private void Tabulate()
    {
        var largest = Largest.Codes;
        for (var row = 0; row < largest.Length; row++)
        {
            Total[largest[row]] += weights?[row] ?? 1;
        }

        for (var i = 0; i < others.Length; i++)
        {
            var codes = others[i].Codes;
            for (var row = 0; row < codes.Length; row++)
            {
                cross[(largest[row] * Width) + offsets[i] + codes[row]] += weights?[row] ?? 1;
            }
        }
    }

    private double[] InvertSystem(out int rank)
    {
        var (system, lengths) = ProductsOfOthers();
        for (var level = 0; level < Total.Length; level++)
        {
            var cross = CrossOf(level);
            for (var i = 0; i < Width; i++)
            {
                if (cross[i] != 0)
                {
                    VectorMath.AddScaled(system.AsSpan(i * Width, Width), -cross[i] / Total[level], cross);
                }
            }
        }

        rank = 0;
        var inverse = new double[Width * Width];
        if (Width > 0)
        {
            // A level that the earlier ones determine is left with rounding, about 1e−15 of its rows.
            var (kept, _, small) = OrderedCholesky.Invert(Matrix<double>.Build.Dense(Width, Width, system), lengths, 1e-11);
            rank = kept.Length;
            for (var i = 0; i < kept.Length; i++)
            {
                for (var j = 0; j < kept.Length; j++)
                {
                    inverse[(kept[i] * Width) + kept[j]] = small[i, j];
                }
            }
        }

        return inverse;
    }

    private (double[] Products, double[] Lengths) ProductsOfOthers()
    {
        var products = new double[Width * Width];
        for (var i = 0; i < others.Length; i++)
        {
            for (var j = 0; j < others.Length; j++)
            {
                var left = others[i].Codes;
                var right = others[j].Codes;
                for (var row = 0; row < left.Length; row++)
                {
                    products[((offsets[i] + left[row]) * Width) + offsets[j] + right[row]] += weights?[row] ?? 1;
                }
            }
        }

        return (products, [.. Enumerable.Range(0, Width).Select(i => products[(i * Width) + i])]);
    }
}
