namespace Utvardering.SampleData.Settings;

/// <summary>One text in the reader's two languages.</summary>
public sealed record LocalizedText
{
    public required string Sv { get; init; }

    public required string En { get; init; }
}
