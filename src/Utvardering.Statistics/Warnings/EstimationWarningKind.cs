namespace Utvardering.Statistics.Warnings;

/// <summary>
/// What a reader must know before an estimate is believed. Each kind says which fields of
/// <see cref="EstimationWarning"/> it fills; wording in the reader's language is made elsewhere.
/// </summary>
public enum EstimationWarningKind
{
    /// <summary>Few treated units: one unit can carry the result. Value: treated units; Limit: how many would be enough.</summary>
    FewTreatedUnits,

    /// <summary>Few control units. Value: control units; Limit: how many would be enough.</summary>
    FewControlUnits,

    /// <summary>The window before treatment is shorter than a year. Period: its start; Value: months; Limit: 12.</summary>
    ShortWindowBefore,

    /// <summary>The window after treatment is shorter than a year. Period: its start; Value: months; Limit: 12.</summary>
    ShortWindowAfter,

    /// <summary>A unit lacks periods of a window. Unit; Period: the window's start; Value: periods present; Limit: periods in the window.</summary>
    PeriodsMissing,

    /// <summary>A unit lacks all that the estimate needs and was left out. Unit; Period: the first period or the window start it lacks.</summary>
    UnitLeftOut,

    /// <summary>
    /// Even the most extreme assignment has a p-value above the level: the test cannot reject and the interval is unbounded.
    /// Value: the smallest attainable p-value; Limit: the level α.
    /// </summary>
    MinimumPValueAboveLevel,

    /// <summary>Assignments were sampled, not enumerated: p-values have Monte Carlo error. Value: assignments used; Limit: possible assignments.</summary>
    AssignmentsSampled,

    /// <summary>No pre-period besides the reference: parallel trends cannot be checked. Period: the reference period.</summary>
    NoPrePeriods,

    /// <summary>All units changed by the same amount in a period: nothing varies, nothing can be tested. Period where there is one.</summary>
    NoVariation,

    /// <summary>The treated units' counterfactual mean is not positive: a relative effect has no meaning. Value: the counterfactual; Limit: 0.</summary>
    CounterfactualNotPositive,
}
