namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>How strongly weights are drawn together.</summary>
/// <param name="Noise">σ̂.</param>
/// <param name="ZetaOmega">ζ of the unit weights.</param>
/// <param name="ZetaLambda">ζ of the period weights.</param>
internal readonly record struct BlockRidge(double Noise, double ZetaOmega, double ZetaLambda)
{
    // Only to make the solution unique.
    private const double Tiny = 1e-6;

    public static BlockRidge Of(CohortBlock block, SyntheticDidWeighting weighting)
    {
        var noise = block.NoiseLevel();

        // ζ = (N₁T₁)^¼ σ̂
        var zeta = weighting == SyntheticDidWeighting.SyntheticControl ? Tiny : Math.Pow((double)block.Treated.Length * block.Post, 0.25);
        return new(noise, zeta * noise, Tiny * noise);
    }
}
