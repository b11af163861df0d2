namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>Where the standard error comes from.</summary>
public enum SyntheticDidInference
{
    /// <summary>Random controls in the treated units' place (algorithm 4 of the paper): the only way with one treated unit.</summary>
    Placebo,

    /// <summary>Every choice of controls in the treated units' place: the limit of <see cref="Placebo"/>.</summary>
    PlaceboExhaustive,

    /// <summary>One unit left out at a time with fixed weights (algorithm 3): needs two treated units in each cohort.</summary>
    Jackknife,

    /// <summary>Units drawn with replacement, weights made anew (algorithm 2): needs several treated units.</summary>
    Bootstrap,

    /// <summary>No standard error.</summary>
    None,
}
