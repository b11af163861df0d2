namespace Utvardering.Disclosure.Tables;

/// <summary>An effect that was planted in made-up data, to hold beside what was found.</summary>
public sealed record PlantedEffectRow
{
    public required string IndicatorId { get; init; }
    public required string Group { get; init; }

    /// <summary>The effect in words: size, start, phasing.</summary>
    public required string Sv { get; init; }
    public required string En { get; init; }
}
