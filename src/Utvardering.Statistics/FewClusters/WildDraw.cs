namespace Utvardering.Statistics.FewClusters;

/// <summary>One draw of a wild bootstrap: t*(δ) = (N0 + N1 δ) / √(W0 + W1 δ + W2 δ²), δ = β̂ − β₀.</summary>
/// <param name="N0">Σ v s⁰.</param>
/// <param name="N1">Σ v u.</param>
/// <param name="W0">The squared scores of the clusters at δ = 0.</param>
/// <param name="W1">Their part with δ.</param>
/// <param name="W2">Their part with δ².</param>
/// <param name="IsConstant">Whether all weights are alike, so that |t*| = |t| for any data under the hypothesis.</param>
internal readonly record struct WildDraw(double N0, double N1, double W0, double W1, double W2, bool IsConstant)
{
    /// <summary>t* at one hypothesised value; infinite where the draw leaves no variance.</summary>
    /// <param name="delta">β̂ − β₀ when the hypothesis is imposed, 0 when it is not.</param>
    /// <param name="rounding">Variance below it is none.</param>
    public double Statistic(double delta, double rounding)
    {
        var numerator = N0 + (N1 * delta);
        var variance = W0 + ((W1 + (W2 * delta)) * delta);
        return variance > rounding ? numerator / Math.Sqrt(variance)
            : numerator * numerator <= rounding ? 0
            : Math.Sign(numerator) * double.PositiveInfinity;
    }
}
