namespace Utvardering.Statistics.Regression;

/// <summary>Fixed effects with many levels each, taken out by conjugate gradients on D′WDθ = D′Wx, preconditioned by its diagonal.</summary>
/// <remarks>
/// Alternating projections with the acceleration that is optimal for them: Correia (2016), "A Feasible Estimator for Linear Models with
/// Multi-Way Fixed Effects". D′WD is singular, its equations are consistent, and only Dθ is used.
/// </remarks>
internal sealed class ConjugateAbsorption : Absorption
{
    private const double Tolerance = 1e-13;
    private const int MostIterations = 10_000;

    private readonly IReadOnlyList<Grouping> effects;
    private readonly double[]? weights;
    private readonly double[][] diagonal;

    public ConjugateAbsorption(IReadOnlyList<Grouping> effects, double[]? weights)
    {
        (this.effects, this.weights) = (effects, weights);
        diagonal = Empty();
        var ones = new double[effects[0].Rows];
        Array.Fill(ones, 1);
        for (var effect = 0; effect < effects.Count; effect++)
        {
            Accumulate(effects[effect].Codes, ones, weights, diagonal[effect]);
        }
    }

    public override double[] Residual(double[] column)
    {
        var left = (double[])column.Clone();
        var gradient = Empty();
        var direction = Empty();
        var fitted = new double[left.Length];
        var size = Scaled(left, gradient, out var preconditioned);
        var target = Tolerance * Tolerance * NormalEquations.Gram([column], weights)[0, 0];
        preconditioned.CopyTo(direction, 0);
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            if (size <= target)
            {
                return left;
            }

            Array.Clear(fitted);
            for (var effect = 0; effect < effects.Count; effect++)
            {
                Subtract(effects[effect].Codes, direction[effect], fitted);
            }

            // α = r′z / (p′D′WDp); fitted holds −Dp
            var step = size / NormalEquations.Gram([fitted], weights)[0, 0];
            VectorMath.AddScaled(left, step, fitted);
            var next = Scaled(left, gradient, out preconditioned);
            for (var effect = 0; effect < effects.Count; effect++)
            {
                // p ← z + β p
                var along = preconditioned[effect];
                VectorMath.AddScaled(along, next / size, direction[effect]);
                direction[effect] = along;
            }

            size = next;
        }

        Converged = false;
        return left;
    }

    /// <summary>r = D′W · left, z = diagonal⁻¹ r, and r′z.</summary>
    private double Scaled(double[] left, double[][] gradient, out double[][] preconditioned)
    {
        preconditioned = Empty();
        var size = 0.0;
        for (var effect = 0; effect < effects.Count; effect++)
        {
            Array.Clear(gradient[effect]);
            Accumulate(effects[effect].Codes, left, weights, gradient[effect]);
            for (var level = 0; level < gradient[effect].Length; level++)
            {
                preconditioned[effect][level] = gradient[effect][level] / diagonal[effect][level];
            }

            size += VectorMath.Dot(gradient[effect], preconditioned[effect]);
        }

        return size;
    }

    private double[][] Empty() => [.. effects.Select(effect => new double[effect.Count])];
}
