namespace Utvardering.SampleData.Settings;

/// <summary>The logs of those who give support to municipalities: hours a month by strand and kind.</summary>
internal sealed record SupportSettings
{
    /// <summary>The day of the following month when a month's log is in.</summary>
    public required int PublishedDay { get; init; }

    /// <summary>Factor by calendar month, January first.</summary>
    public required List<double> Season { get; init; }

    /// <summary>Standard deviation of the logarithm of a municipality's hours in a month.</summary>
    public required double MonthSpread { get; init; }

    public required List<SupportGiver> Givers { get; init; }
}
