using Utvardering.Warehouse;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Pipeline.Jobs;

/// <summary>Something that is done again and again.</summary>
public sealed record Job
{
    /// <summary>A source's name, or <c>draft</c>.</summary>
    public required string Name { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>Quartz cron expression, Europe/Stockholm; null: only when asked for.</summary>
    public string? Schedule { get; init; }

    /// <summary>Patterns of the files in the inbox that it reads.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Of jobs that wait, those of a lower rank go first: a draft waits until the sources are in.</summary>
    public int Rank { get; init; }

    /// <summary>Why it can't be run: its definition has a fault. It has no schedule then.</summary>
    public InputException? Fault { get; init; }

    /// <summary>Does it.</summary>
    public required Func<JobContext, CancellationToken, Task<JobResult>> Work { get; init; }
}
