namespace Utvardering.SampleData.Settings;

/// <summary>Reported offences by month, as an analyst exports them from Brå's statistics site.</summary>
internal sealed record OffenceSettings
{
    public required int FirstYear { get; init; }

    public required int PublishedDay { get; init; }

    public required YearlyDay Final { get; init; }

    public required double LateShare { get; init; }

    public required double LateHalfLifeMonths { get; init; }

    public required UnknownPlace UnknownPlace { get; init; }

    /// <summary>The chance that a cell is written as not available.</summary>
    public required double Missing { get; init; }

    public required Dictionary<string, string> Names { get; init; }

    public required List<Offence> Codes { get; init; }
}
