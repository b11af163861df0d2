namespace Utvardering.SampleData.Settings;

internal sealed record SexFactor
{
    public required string Label { get; init; }

    public required double Factor { get; init; }
}
