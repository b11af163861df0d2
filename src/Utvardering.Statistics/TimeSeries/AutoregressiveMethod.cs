namespace Utvardering.Statistics.TimeSeries;

/// <summary>How the correlation of neighbouring errors is estimated in <see cref="AutoregressiveLeastSquares"/>.</summary>
public enum AutoregressiveMethod
{
    /// <summary>Restricted maximum likelihood: less biased toward zero in short series.</summary>
    RestrictedMaximumLikelihood,

    /// <summary>Maximum likelihood.</summary>
    MaximumLikelihood,

    /// <summary>ρ̂ = Σ e_t e_{t−1} / Σ_{t&lt;n} e_t² from the residuals, and again until it rests (Prais and Winsten 1954).</summary>
    PraisWinsten,
}
