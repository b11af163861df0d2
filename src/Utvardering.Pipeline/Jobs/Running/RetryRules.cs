namespace Utvardering.Pipeline.Jobs.Running;

/// <summary>After which faults a run is tried again, how often and when.</summary>
/// <param name="Passing">The waits after a fault that passes, one a try.</param>
/// <param name="Storage">The waits after a fault of the disk.</param>
/// <param name="Program">The waits after a fault of the program: once is enough to see whether it was chance.</param>
/// <param name="MostInterruptions">A run that was interrupted so many times in a row is not done again by itself.</param>
public sealed record RetryRules(IReadOnlyList<TimeSpan> Passing, IReadOnlyList<TimeSpan> Storage, IReadOnlyList<TimeSpan> Program, int MostInterruptions)
{
    public static RetryRules Default { get; } = new(
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4)],
        [TimeSpan.FromMinutes(5), TimeSpan.FromHours(1)],
        [TimeSpan.FromMinutes(5)],
        MostInterruptions: 3);

    /// <summary>When to try again; null: not by itself.</summary>
    /// <param name="fault">What happened.</param>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="now">The time.</param>
    public DateTimeOffset? Next(JobFault fault, int attempt, DateTimeOffset now)
    {
        var waits = fault.Kind switch
        {
            FaultKind.Passing => Passing,
            FaultKind.Storage => Storage,
            FaultKind.Program => Program,
            _ => [],
        };
        if (attempt > waits.Count)
        {
            return null;
        }

        var time = now + waits[attempt - 1];
        return fault.NotBefore > time ? fault.NotBefore : time;
    }
}
