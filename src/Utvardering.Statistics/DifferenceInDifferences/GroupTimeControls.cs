namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>Whom a cohort is compared with in <see cref="GroupTime"/>.</summary>
public enum GroupTimeControls
{
    /// <summary>Units that are never treated in the panel.</summary>
    NeverTreated,

    /// <summary>The never-treated, and cohorts that start after both periods compared (and after their anticipation).</summary>
    NotYetTreated,
}
