using Utvardering.Pipeline.Jobs.Running;

namespace Utvardering.Pipeline.Jobs;

/// <summary>What came of a run that was carried to its end.</summary>
public sealed record JobResult
{
    public JobCounts Counts { get; init; } = new();

    public IReadOnlyList<JobFile> Inputs { get; init; } = [];

    public IReadOnlyList<JobFile> Outputs { get; init; } = [];

    /// <summary>What was refused, though the run itself went well; the run is parked with it.</summary>
    public JobFault? Refusal { get; init; }

    /// <summary>Jobs that have something to do now.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];
}
