namespace Utvardering.SampleData.Settings;

/// <summary>Quarterly counts that the municipalities of some groups deliver themselves.</summary>
internal sealed record DeliverySettings
{
    public required int FirstYear { get; init; }

    /// <summary>The day of the month after the quarter when the delivery is in.</summary>
    public required int PublishedDay { get; init; }

    public required List<string> Groups { get; init; }

    public required List<AgeBand> Ages { get; init; }

    public required List<SexFactor> Sexes { get; init; }

    /// <summary>Instruments of structured assessment; each municipality uses one.</summary>
    public required List<string> Instruments { get; init; }

    public required List<DeliveryMeasure> Measures { get; init; }
}
