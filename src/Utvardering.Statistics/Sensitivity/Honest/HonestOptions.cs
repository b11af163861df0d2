using System.Collections.Immutable;

namespace Utvardering.Statistics.Sensitivity;

/// <summary>The choices of an honest confidence set.</summary>
public sealed record HonestOptions
{
    /// <summary>The weights of the effect asked for over the periods after the reference; empty: the first of them alone.</summary>
    public ImmutableArray<double> Weights { get; init; } = [];

    /// <summary>1 − α.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>How; null: the method its authors recommend for the bound (fixed length for smoothness, C-LF for relative magnitudes).</summary>
    public HonestMethod? Method { get; init; }

    /// <summary>The share of α spent in the first stage of C-LF.</summary>
    public double FirstStageShare { get; init; } = 0.1;

    /// <summary>The draws behind the least favourable critical value.</summary>
    public int Draws { get; init; } = 10_000;

    /// <summary>Their seed.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many values of the effect are tried per 40 standard errors before the ends are refined: a gap in the set narrower than the spacing may be overlooked.</summary>
    public int GridPoints { get; init; } = 400;
}
