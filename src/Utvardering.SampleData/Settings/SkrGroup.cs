namespace Utvardering.SampleData.Settings;

/// <summary>One of SKR's nine groups of municipalities: its place in Kolada's catalogue and the size of its municipalities in the sample world.</summary>
internal sealed record SkrGroup
{
    public required string Code { get; init; }

    /// <summary>The group's id in Kolada.</summary>
    public required string Kolada { get; init; }

    public required string Title { get; init; }

    /// <summary>Median number of inhabitants in the first year.</summary>
    public required double Inhabitants { get; init; }

    public required double Spread { get; init; }

    /// <summary>Mean growth a year, as a fraction.</summary>
    public required double Growth { get; init; }

    /// <summary>The share of inhabitants aged 0–20 against the nation's.</summary>
    public required double Young { get; init; }
}
