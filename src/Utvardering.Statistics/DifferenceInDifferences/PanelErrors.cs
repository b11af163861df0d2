namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>Which standard errors a panel regression takes.</summary>
public enum PanelErrors
{
    /// <summary>Clustered by the panel's clusters (units where none were given), CR1.</summary>
    Clustered,

    /// <summary>Clustered by the panel's clusters, CR2 with Satterthwaite's degrees of freedom: for few clusters.</summary>
    BiasReduced,

    /// <summary>Clustered by the panel's clusters and by period.</summary>
    ClusteredByUnitAndPeriod,

    /// <summary>Driscoll and Kraay's: dependent across units and, fading, over periods.</summary>
    DriscollKraay,

    /// <summary>Newey and West's, within units.</summary>
    NeweyWest,

    /// <summary>Independent with variances of their own, HC1 unless another kind is chosen.</summary>
    Robust,

    /// <summary>Independent with equal variance.</summary>
    Classical,

    /// <summary>Independent counts whose variance is in proportion to their mean; for count regressions.</summary>
    QuasiPoisson,
}
