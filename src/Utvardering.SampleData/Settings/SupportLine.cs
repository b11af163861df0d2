namespace Utvardering.SampleData.Settings;

/// <summary>Support of one strand and kind, as the log writes them.</summary>
internal sealed record SupportLine
{
    public required string Strand { get; init; }

    public required string Kind { get; init; }

    /// <summary>Hours to a municipality in a month of full support, in the mean.</summary>
    public required double Hours { get; init; }
}
