using Utvardering.Ingestion.SourceStates;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Pipeline.Feeds;

/// <summary>How one feed stands.</summary>
public sealed record FeedStatus
{
    public required string Source { get; init; }

    public required LocalText Title { get; init; }

    public required string Dataset { get; init; }

    /// <summary>The newest vintage, or null.</summary>
    public string? Vintage { get; init; }

    /// <summary>When the newest vintage's content was retrieved.</summary>
    public DateTimeOffset? Retrieved { get; init; }

    /// <summary>Whole days since <see cref="Retrieved"/>.</summary>
    public int? AgeDays { get; init; }

    /// <summary>Rows of the newest vintage.</summary>
    public long? Rows { get; init; }

    /// <summary>True when the figures are made up for trials.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>Quartz cron expression, Europe/Stockholm; null: only when asked for.</summary>
    public string? Schedule { get; init; }

    /// <summary>When the source last answered well, whether or not it had something new.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>The first scheduled time after <see cref="LastSuccess"/>: until then it is fresh.</summary>
    public DateTimeOffset? Due { get; init; }

    public required Freshness Freshness { get; init; }

    public DateTimeOffset? LastAttempt { get; init; }

    public SourceOutcome? LastOutcome { get; init; }

    /// <summary>The day from which the last attempt asked for changes; null: it asked for all.</summary>
    public DateOnly? ChangesFrom { get; init; }

    /// <summary>The source's own word for the state of its figures, when it had nothing new at the last attempt; else null.</summary>
    public string? UnchangedSince { get; init; }

    /// <summary>Warnings of the last attempt.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The last failure or refusal, be it long ago.</summary>
    public SourceError? LastError { get; init; }
}
