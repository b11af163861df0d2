namespace Utvardering.Disclosure.Tables;

/// <summary>A row of <c>marts.data_quality</c>: what is there of an indicator, in counts of municipalities × periods where nothing else is said.</summary>
public sealed record DataQualityRow
{
    public required string IndicatorId { get; init; }
    public required string TitleSv { get; init; }
    public required string TitleEn { get; init; }
    public required string Grain { get; init; }
    public DateOnly FirstPeriod { get; init; }
    public DateOnly LastPeriod { get; init; }
    public long Municipalities { get; init; }
    public long Cells { get; init; }

    /// <summary>Without a figure, whatever the reason.</summary>
    public long Missing { get; init; }

    /// <summary>Of the missing: those that the source keeps back.</summary>
    public long Suppressed { get; init; }
    public long Zeros { get; init; }

    /// <summary>Periods without a figure between a municipality's first and last one.</summary>
    public long Gaps { get; init; }
    public long MunicipalitiesWithGaps { get; init; }
    public long Preliminary { get; init; }
    public double PreliminaryShare { get; init; }
    public long Interpolated { get; init; }
    public long CarriedForward { get; init; }

    /// <summary>Changes of definition within the periods, by the registry.</summary>
    public long Breaks { get; init; }

    /// <summary>Unusually large shifts of level in one municipality; which, and when, is in <c>marts.series_break</c>.</summary>
    public long LevelShifts { get; init; }

    /// <summary>Municipalities without a figure of the newest period that any has.</summary>
    public long MunicipalitiesBehind { get; init; }

    /// <summary>Months from the end of the newest figure to the end of the newest of the run; null where there is no figure.</summary>
    public long? MonthsBehind { get; init; }
    public required string Source { get; init; }
    public required string Vintage { get; init; }
}
