namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>Who is compared with whom in a <see cref="GoodmanBacon"/> decomposition.</summary>
public enum GoodmanBaconKind
{
    /// <summary>A cohort against the never-treated.</summary>
    TreatedVsNeverTreated,

    /// <summary>A cohort against one that starts later, until it does.</summary>
    EarlierVsLater,

    /// <summary>A cohort against one that started before it, from then on: right only if the earlier effect has stopped changing.</summary>
    LaterVsEarlier,

    /// <summary>A cohort against units treated in all periods: right only if their effect has stopped changing.</summary>
    LaterVsAlwaysTreated,

    /// <summary>Two cohorts over all periods, where covariates are adjusted for and the two directions cannot be told apart.</summary>
    BothTreated,
}
