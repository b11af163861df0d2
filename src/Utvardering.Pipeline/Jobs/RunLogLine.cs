namespace Utvardering.Pipeline.Jobs;

/// <summary>A line of a run's log.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Time">When it was told.</param>
/// <param name="Level">info, warning or error.</param>
/// <param name="Step">The step it was told in; null: between steps.</param>
/// <param name="Text">What was told.</param>
public sealed record RunLogLine(int Number, DateTimeOffset Time, string Level, string? Step, string Text)
{
    /// <summary>The text in Swedish; null where it is told in English alone.</summary>
    public string? Sv { get; init; }
}
