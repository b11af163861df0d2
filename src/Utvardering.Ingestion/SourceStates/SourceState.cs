namespace Utvardering.Ingestion.SourceStates;

/// <summary>What became of the last attempts to take in a source: <c>&lt;data root&gt;/sources/&lt;source&gt;.json</c>. Times are the transport's, UTC.</summary>
public sealed record SourceState
{
    public required string Source { get; init; }

    public required string Dataset { get; init; }

    public required DateTimeOffset LastAttempt { get; init; }

    public required SourceOutcome Outcome { get; init; }

    /// <summary>The last time the source answered and nothing was refused, whether or not the answer was new; null: never.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>Rows of the last success.</summary>
    public long? Rows { get; init; }

    /// <summary>The day from which the last attempt asked for changes; null: it asked for all.</summary>
    public DateOnly? ChangesFrom { get; init; }

    /// <summary>The source's own word for the state of its figures (SCB: when the table was updated), when it said at the last attempt that nothing is new; else null.</summary>
    public string? UnchangedSince { get; init; }

    /// <summary>Warnings of the last attempt.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The last failure or refusal, kept after later successes; null: there was none.</summary>
    public SourceError? LastError { get; init; }
}
