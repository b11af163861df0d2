namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>Which weights the difference in differences is taken with.</summary>
public enum SyntheticDidWeighting
{
    /// <summary>Unit weights that make controls run parallel to the treated, period weights that make the past like the future.</summary>
    SyntheticDid,

    /// <summary>Unit weights without intercept and no period weights: the synthetic control method.</summary>
    SyntheticControl,

    /// <summary>Equal weights: difference in differences.</summary>
    DifferenceInDifferences,
}
