using Microsoft.Extensions.Logging.Abstractions;
using Utvardering.Jobs.Tests.Store;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.Catalogue;
using Utvardering.Pipeline.Jobs.Running;
using Utvardering.Pipeline.Jobs.Store;

namespace Utvardering.Jobs.Tests.Running;

/// <summary>A node with jobs of a test's own.</summary>
internal sealed class TestNode
{
    private readonly Job[] jobs;

    public TestNode(JobDatabase database, TimeProvider clock, Func<WorkerOptions, WorkerOptions>? options, params Job[] jobs)
    {
        this.jobs = jobs;
        Queue = new(database, clock);
        Log = new(database);
        var given = new WorkerOptions("node") { Renew = TimeSpan.FromMilliseconds(20), Poll = TimeSpan.FromMilliseconds(20) };
        Worker = new(database, Queue, Log, new JobCatalog(() => jobs), options?.Invoke(given) ?? given, clock, NullLogger<JobWorker>.Instance);
    }

    public RunQueue Queue { get; }

    public RunLog Log { get; }

    public JobWorker Worker { get; }

    public async Task<string> AskAsync(string job) =>
        (await Queue.EnqueueAsync(jobs.Single(one => one.Name == job), RunCause.Person, "test", null, CancellationToken.None))!;

    public async Task<JobRun> RunAsync(string run) => (await Log.FindAsync(run, CancellationToken.None))!;

    /// <summary>A node with one job on a new store.</summary>
    public static async Task<TestNode> OfAsync(
        Stores stores, string kind, TimeProvider clock, Func<JobContext, CancellationToken, Task<JobResult>> work, Func<WorkerOptions, WorkerOptions>? options = null) =>
        new(await stores.NewAsync(kind), clock, options, Stores.Job("job", work), Stores.Job("next"));
}
