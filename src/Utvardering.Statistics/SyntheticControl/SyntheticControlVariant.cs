namespace Utvardering.Statistics.SyntheticControl;

/// <summary>How the weights of a synthetic control are found.</summary>
public enum SyntheticControlVariant
{
    /// <summary>Weights on the simplex that follow the outcome in all periods before treatment (no predictors, no intercept).</summary>
    OutcomeOnly,

    /// <summary>The same after each unit's mean before treatment is taken away: donors need to move alike, not to be at the same level.</summary>
    Demeaned,

    /// <summary>Outcome-only weights, corrected by a ridge regression for the imbalance left; weights may be negative.</summary>
    RidgeAugmented,

    /// <summary>De-meaned weights, corrected by a ridge regression for the imbalance left.</summary>
    DemeanedRidgeAugmented,

    /// <summary>Weights on the simplex that match predictors, whose importance is chosen so that the outcome is followed before treatment.</summary>
    Predictors,
}
