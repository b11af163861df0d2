namespace Utvardering.SampleData.Settings;

/// <summary>
/// What is true in the sample world: how the mean of one outcome differs in one group of municipalities from a date on.
/// Effects of size zero are written down too, so that every outcome's truth can be read.
/// </summary>
public sealed record PlantedEffect
{
    public required string Id { get; init; }

    /// <summary>The indicator's id, such as <c>bra:reported:1210</c>, <c>kolada:U33401</c> or <c>delivery:strukturerad_bedomning</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The name of a group in <c>world.yaml</c>.</summary>
    public required string Group { get; init; }

    public required EffectChange Change { get; init; }

    /// <summary>A fraction for ratios, the outcome's own unit for additions.</summary>
    public required double Size { get; init; }

    /// <summary>The first day of the first period with the effect.</summary>
    public required DateOnly From { get; init; }

    /// <summary>In how many periods the effect grows, in equal steps, to its full size; one means at once.</summary>
    public int PhaseInPeriods { get; init; } = 1;

    public required LocalizedText Text { get; init; }
}
