namespace Utvardering.SampleData.Settings;

/// <summary>A measure of the deliveries: a count, or a count out of the investigations ended.</summary>
internal sealed record DeliveryMeasure : Outcome
{
    public required MeasureKind Kind { get; init; }

    /// <summary>True for the one count that the shares are taken of.</summary>
    public bool Denominator { get; init; }
}
