namespace Utvardering.Pipeline.Jobs;

/// <summary>A step of a run.</summary>
/// <param name="Attempt">In which attempt, from 1.</param>
/// <param name="Name">Its name: ingest, warehouse, evaluate, release, report.</param>
/// <param name="Started">When it began.</param>
/// <param name="Ended">When it ended; null: it has not, or was cut off.</param>
/// <param name="Text">What came of it, or what is done now.</param>
public sealed record RunLogStep(int Attempt, string Name, DateTimeOffset Started, DateTimeOffset? Ended, string Text)
{
    /// <summary>The text in Swedish; null where it is told in English alone.</summary>
    public string? Sv { get; init; }
}
