namespace Utvardering.Reporting.Charts;

/// <summary>The limits of the drawing process.</summary>
public sealed record ChartWorkerOptions
{
    /// <summary>The Node.js program; null looks for <c>node</c> on PATH.</summary>
    public string? Node { get; init; }

    /// <summary>How long one chart may take. A chart takes some 50 ms; the limit is there for one that never ends.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The JavaScript heap, in megabytes: a chart that needs more fails.</summary>
    public int HeapMegabytes { get; init; } = 512;

    /// <summary>Resident memory, in bytes, above which the process is replaced by a fresh one between two charts.</summary>
    public long MemoryCap { get; init; } = 700_000_000;
}
