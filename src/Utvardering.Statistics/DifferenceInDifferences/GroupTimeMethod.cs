namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>How covariates enter a comparison of two periods in <see cref="GroupTime"/>; without covariates the three are the same.</summary>
/// <remarks>Sant'Anna and Zhao (2020), "Doubly Robust Difference-in-Differences Estimators".</remarks>
public enum GroupTimeMethod
{
    /// <summary>Outcome regression and inverse-probability weights together: right when either model is.</summary>
    DoublyRobust,

    /// <summary>Weights p/(1 − p) on the controls, normalised, from a logit of being in the cohort.</summary>
    InverseProbability,

    /// <summary>A linear regression of the controls' change, taken to the cohort's covariates.</summary>
    OutcomeRegression,
}
