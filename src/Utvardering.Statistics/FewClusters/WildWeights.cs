namespace Utvardering.Statistics.FewClusters;

/// <summary>What the residuals of a cluster are multiplied by in a wild bootstrap.</summary>
public enum WildWeights
{
    /// <summary>−1 or 1 (Davidson and Flachaire 2008): 2^G draws, all of them taken when they are few.</summary>
    Rademacher,

    /// <summary>±√(1/2), ±1, ±√(3/2), each with probability 1/6 (Webb 2014): more draws than 2^G where clusters are very few.</summary>
    Webb,
}
