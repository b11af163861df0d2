namespace Utvardering.Statistics.Power;

/// <summary>The choices of a power simulation.</summary>
public sealed record SimulatedPowerOptions
{
    /// <summary>How many units are treated in each draw.</summary>
    public required int TreatedUnits { get; init; }

    /// <summary>Periods before treatment in each draw.</summary>
    public required int Before { get; init; }

    /// <summary>Periods after its start in each draw.</summary>
    public required int After { get; init; }

    /// <summary>How the effect changes the outcome.</summary>
    public EffectKind Kind { get; init; } = EffectKind.Additive;

    /// <summary>Whether the effect sought lowers the outcome.</summary>
    public bool Lowers { get; init; }

    /// <summary>The chance with which the effect shall be found.</summary>
    public double Power { get; init; } = 0.8;

    /// <summary>The draws.</summary>
    public int Draws { get; init; } = 1000;

    /// <summary>The seed.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// Whether a constant effect moves the design's estimate and interval by itself and leaves all else as it is, as in differences of means, synthetic controls and
    /// randomisation by inversion: each draw's threshold then follows from its interval without effect, after one run. It is checked in the first draws, and where it
    /// does not hold effects are tried. Additive effects only.
    /// </summary>
    public bool MovesWithEffect { get; init; }

    /// <summary>
    /// Whether a design without an interval finds an effect where its p-value is at most α and its estimate has the effect's sign, as a rank among placebos; else it is
    /// judged among the draws.
    /// </summary>
    public bool JudgedByPValue { get; init; }

    /// <summary>The most threads; null: all. The result does not depend on it.</summary>
    public int? Threads { get; init; }
}
