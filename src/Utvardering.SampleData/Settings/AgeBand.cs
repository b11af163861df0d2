namespace Utvardering.SampleData.Settings;

/// <summary>Ages from first to last, both included, and how often they meet the social services against all aged 0–20.</summary>
internal sealed record AgeBand
{
    public required string Label { get; init; }

    public required int First { get; init; }

    public required int Last { get; init; }

    public required double Factor { get; init; }
}
