namespace Utvardering.Statistics.MultipleTesting;

/// <summary>The choices of Romano and Wolf's step-down.</summary>
public sealed record RomanoWolfOptions
{
    /// <summary>Whether the draws are all assignments, the observed one among them, so that a share of them is the exact p-value; else (1 + extreme) / (1 + draws).</summary>
    public bool DrawsAreExhaustive { get; init; }

    /// <summary>Whether |statistic| counts; else only large positive ones do.</summary>
    public bool TwoSided { get; init; } = true;
}
