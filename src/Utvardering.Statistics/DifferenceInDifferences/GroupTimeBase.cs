namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>What periods before treatment are held against in <see cref="GroupTime"/>; afterwards it is always the last period before treatment and its anticipation.</summary>
public enum GroupTimeBase
{
    /// <summary>Each period before treatment against the one before it: a jump in one period shows in that period only.</summary>
    Varying,

    /// <summary>All periods against the last before treatment, which is then zero by construction, as in an event study.</summary>
    Universal,
}
