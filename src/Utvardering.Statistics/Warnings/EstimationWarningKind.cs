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

    /// <summary>Standard errors rest on few clusters, so that their t-tests reject too often. Value: clusters; Limit: how many would be enough.</summary>
    FewClusters,

    /// <summary>A regressor was a linear combination of the others and was dropped. Unit: the regressor's name.</summary>
    CollinearDropped,

    /// <summary>Rows that the others predict perfectly were left out of a count model. Value: rows left out; Limit: rows given.</summary>
    Separation,

    /// <summary>An iteration stopped before it converged. Value: iterations made; Limit: iterations allowed.</summary>
    NotConverged,

    /// <summary>The synthetic control does not follow its unit before treatment. Unit; Value: pre-treatment RMSPE; Limit: what would be good.</summary>
    PoorPreFit,

    /// <summary>One donor carries most of a synthetic control. Unit: the donor; Value: its weight; Limit: the weight above which is told.</summary>
    WeightOnOneDonor,

    /// <summary>Few periods before treatment. Period where there is one; Value: periods; Limit: how many would be enough.</summary>
    ShortPrePeriod,

    /// <summary>A cohort has few units: its effects rest on them. Unit: the cohort; Value: units; Limit: how many would be enough.</summary>
    SmallCohort,

    /// <summary>Units treated from the first period have no time before it and were left out. Value: units left out.</summary>
    AlwaysTreatedLeftOut,

    /// <summary>Nobody is never treated: later cohorts serve as controls, and late periods have none. Value: last period with controls.</summary>
    NoNeverTreated,

    /// <summary>Treated and controls hardly overlap in their covariates. Value: the largest propensity; Limit: where weights become unstable.</summary>
    PoorOverlap,

    /// <summary>Few studies are pooled: the variance between them is hardly known. Value: studies; Limit: how many would be enough.</summary>
    FewStudies,

    /// <summary>Knapp and Hartung's scale is below 1: the studies agree better than chance would have it, and the interval is shorter than Wald's. Value: the scale; Limit: 1.</summary>
    VarianceScaledDown,

    /// <summary>A cohort's effect in a period could not be estimated (no controls, no observations, collinear covariates) and was left out. Unit: cohort and period.</summary>
    CellNotEstimated,

    /// <summary>Rows alone in their group of a fixed effect say nothing of the effect sought and were left out. Value: rows left out; Limit: rows given.</summary>
    SingletonsLeftOut,

    /// <summary>Treatment starts at several times, so that a two-way regression uses treated units as controls too. Value: starts.</summary>
    StaggeredStarts,

    /// <summary>Treated cells without a comparison (no unit or period effect could be estimated) were left out. Value: cells left out; Limit: treated cells.</summary>
    CellsWithoutComparison,

    /// <summary>
    /// Several sets of weights follow the unit equally well; those with the smallest sum of squares were taken, and the effect depends on the choice.
    /// Unit: the treated unit; Value: donors; Limit: periods before treatment, above which number of donors this is the rule.
    /// </summary>
    WeightsNotUnique,

    /// <summary>The augmentation extrapolates: a weight is negative. Unit: the donor with the most negative one; Value: it; Limit: 0.</summary>
    NegativeWeights,

    /// <summary>
    /// The synthetic control meets every period before treatment exactly, so that the ratio of errors after and before says nothing.
    /// Unit; Value: pre-treatment RMSPE; Limit: below what it is rounding.
    /// </summary>
    PerfectPreFit,
}
