namespace Utvardering.SampleData.Settings;

/// <summary>An offence code; the level is per 100 000 inhabitants and month.</summary>
internal sealed record Offence : Outcome
{
    /// <summary>Code and title as the export writes them.</summary>
    public required string Name { get; init; }
}
