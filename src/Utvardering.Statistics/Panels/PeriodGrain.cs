namespace Utvardering.Statistics.Panels;

/// <summary>How long the periods of a panel are. The number behind each member is its length in months.</summary>
public enum PeriodGrain
{
    /// <summary>Calendar months.</summary>
    Month = 1,

    /// <summary>Calendar quarters, starting in January, April, July and October.</summary>
    Quarter = 3,

    /// <summary>Calendar years.</summary>
    Year = 12,
}
