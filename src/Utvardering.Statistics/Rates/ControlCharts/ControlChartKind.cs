namespace Utvardering.Statistics.Rates;

/// <summary>What a control chart shows, and how far its points may lie from the centre by chance.</summary>
/// <remarks>Shewhart (1931); the primed charts are Laney's (2002), "Improved Control Charts for Attributes", for large denominators, where limits by chance alone are too tight. Moving ranges beyond their own limit are left out of their mean (Nelson 1982).</remarks>
public enum ControlChartKind
{
    /// <summary>Proportions: σ = √(p̄ (1 − p̄) / n).</summary>
    P,

    /// <summary>Proportions, σ widened by the moving range of the z-scores.</summary>
    PPrime,

    /// <summary>Rates of counts: σ = √(ū / n).</summary>
    U,

    /// <summary>Rates, σ widened by the moving range of the z-scores.</summary>
    UPrime,

    /// <summary>Counts of equal exposure: σ = √c̄.</summary>
    C,

    /// <summary>Single measurements: σ = mean moving range / 1.128.</summary>
    Individuals,
}
