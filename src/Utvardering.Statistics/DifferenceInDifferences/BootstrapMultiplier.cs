namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The two-point distribution, of mean 0 and variance 1, that influence functions are multiplied by.</summary>
public enum BootstrapMultiplier
{
    /// <summary>(1 − √5)/2 with probability (√5 + 1)/(2√5), else (1 + √5)/2: third moment 1, so that skewness is kept (Mammen 1993).</summary>
    Mammen,

    /// <summary>−1 or 1, each with probability one half.</summary>
    Rademacher,
}
