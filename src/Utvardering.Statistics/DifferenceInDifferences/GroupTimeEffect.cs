using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>ATT(g, t): the average effect in one period on the units that started in one.</summary>
/// <param name="Cohort">g, the first treated period of the cohort.</param>
/// <param name="Period">t.</param>
/// <param name="Estimate">The effect; before treatment it is zero when trends are parallel and nobody anticipates.</param>
/// <param name="Band">The uniform band, which holds all effects at once with the stated confidence; null without a bootstrap and for the reference.</param>
/// <param name="IsReference">Whether it is zero by construction (universal base period).</param>
public sealed record GroupTimeEffect(int Cohort, int Period, Estimate Estimate, ConfidenceInterval? Band, bool IsReference)
{
    /// <summary>t − g: periods since treatment began, 0 in its first period.</summary>
    public int EventTime => Period - Cohort;

    /// <summary>Whether the cohort is treated in the period.</summary>
    public bool IsTreated => Period >= Cohort;
}
