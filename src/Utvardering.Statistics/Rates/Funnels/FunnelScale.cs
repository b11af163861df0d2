namespace Utvardering.Statistics.Rates;

/// <summary>The scale on which units vary about the target with a variance that depends on their size only.</summary>
public enum FunnelScale
{
    /// <summary>log(observed / expected), s = 1 / √expected: the summary hospital mortality indicator's.</summary>
    LogRatio,

    /// <summary>√(observed / expected), s = 1 / (2 √expected): the Care Quality Commission's.</summary>
    RootRatio,

    /// <summary>arcsin √proportion, s = 1 / (2 √size), about the overall proportion.</summary>
    ArcsineProportion,
}
