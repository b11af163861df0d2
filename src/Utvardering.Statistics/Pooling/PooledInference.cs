namespace Utvardering.Statistics.Pooling;

/// <summary>How the uncertainty of a pooled effect is reckoned.</summary>
public enum PooledInference
{
    /// <summary>Knapp and Hartung (2003): the variance scaled by the weighted residual mean square, and t with k − p degrees of freedom. Holds its level with few studies.</summary>
    KnappHartung,

    /// <summary>As <see cref="KnappHartung"/>, but never scaled below 1 (Röver, Knapp and Friede 2015): never shorter than Wald's by luck.</summary>
    KnappHartungTruncated,

    /// <summary>The normal distribution with τ² taken as known: too short an interval with few studies.</summary>
    Wald,
}
