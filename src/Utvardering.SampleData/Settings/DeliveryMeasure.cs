namespace Utvardering.SampleData.Settings;

/// <summary>A measure of the deliveries: a count, or a count out of the investigations ended.</summary>
internal sealed record DeliveryMeasure : Outcome
{
    public required MeasureKind Kind { get; init; }

    /// <summary>True for the one count that the shares are taken of.</summary>
    public bool Denominator { get; init; }

    /// <summary>True for the share that names an instrument.</summary>
    public bool Instrument { get; init; }

    /// <summary>The code of a share listed before whose cases are among this one's: returning within six months is returning within twelve.</summary>
    public string? Including { get; init; }

    /// <summary>Of a figure: the part of the investigations ended that it is taken over.</summary>
    public double Of { get; init; } = 1;
}
