namespace Utvardering.Pipeline.Jobs.Running;

/// <summary>How a node works.</summary>
/// <param name="Node">Its name: the machine's where no other is given. Two nodes never have the same.</param>
public sealed record WorkerOptions(string Node)
{
    /// <summary>How often the store is asked whether something waits.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the lease lasts without being renewed: so long does another node wait before it takes over.</summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How often the lease is renewed and what a run told is kept.</summary>
    public TimeSpan Renew { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a store that is away is waited for before something is published.</summary>
    public TimeSpan StorePatience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a step has to end when the program stops; then it is handed back.</summary>
    public TimeSpan StopLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long runs are remembered.</summary>
    public TimeSpan Memory { get; init; } = TimeSpan.FromDays(400);

    public RetryRules Retries { get; init; } = RetryRules.Default;
}
