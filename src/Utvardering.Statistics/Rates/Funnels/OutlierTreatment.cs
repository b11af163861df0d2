namespace Utvardering.Statistics.Rates;

/// <summary>What is done with the extreme units before over-dispersion is estimated, so that outliers do not hide themselves.</summary>
public enum OutlierTreatment
{
    /// <summary>z-scores beyond the share at each end are drawn in to its quantile.</summary>
    Winsorise,

    /// <summary>Units beyond the share at each end are left out.</summary>
    Truncate,
}
