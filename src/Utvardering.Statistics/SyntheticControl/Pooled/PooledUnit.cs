namespace Utvardering.Statistics.SyntheticControl.Pooled;

/// <summary>One of the treated units pooled.</summary>
/// <param name="Control">Its own synthetic control.</param>
/// <param name="Rank">Its effect's place among the donors' placebo effects, 1 the lowest; ties at the middle.</param>
/// <param name="Ranked">The number of effects ranked, its own included.</param>
public sealed record PooledUnit(SyntheticControlEstimate Control, double Rank, int Ranked)
{
    /// <summary>Rank / (ranked + 1): uniform about one half when treatment does nothing.</summary>
    public double Percentile => Rank / (Ranked + 1);
}
