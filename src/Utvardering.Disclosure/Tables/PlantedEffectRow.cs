namespace Utvardering.Disclosure.Tables;

/// <summary>An effect that was planted in made-up data, to hold beside what was found.</summary>
public sealed record PlantedEffectRow
{
    public required string IndicatorId { get; init; }

    /// <summary>The comparison group of the registry that has the effect.</summary>
    public required string Group { get; init; }

    /// <summary><c>ratio</c> or <c>add</c>; null where one figure does not tell the effect, such as a trend.</summary>
    public string? Change { get; init; }

    /// <summary>The full size: a share of the level (−0.25) for a ratio, the indicator's own unit for an addition.</summary>
    public double? Size { get; init; }

    /// <summary>The effect in words: size, start, phasing.</summary>
    public required string Sv { get; init; }
    public required string En { get; init; }
}
