namespace Utvardering.Pipeline.Runs;

/// <summary>What a run tells while it goes on.</summary>
/// <param name="Step">The step: ingest, warehouse, evaluate, release, report.</param>
/// <param name="Text">What is done now, or what came of it.</param>
/// <param name="Done">Whether the step's part is finished.</param>
public sealed record RunStep(string Step, string Text, bool Done)
{
    /// <summary>The text in Swedish; null where it is told in English alone.</summary>
    public string? Sv { get; init; }

    /// <summary>Whether it is something to look at, and no progress.</summary>
    public bool IsWarning { get; init; }
}
