namespace Utvardering.Statistics.Power;

/// <summary>How an effect changes an outcome.</summary>
public enum EffectKind
{
    /// <summary>Added to the outcome, in its unit.</summary>
    Additive,

    /// <summary>A share of the outcome: 0.1 makes it a tenth larger.</summary>
    Relative,
}
