using Microsoft.Extensions.DependencyInjection;
using Utvardering.Ingestion;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.Accounts;
using Utvardering.Pipeline.Jobs.Catalogue;
using Utvardering.Pipeline.Jobs.Store;
using Utvardering.Pipeline.Runs;
using Utvardering.Portal.Hosting;
using Utvardering.Testing;

namespace Utvardering.Portal.Tests.Made;

/// <summary>A whole node with its pages, on a data root of its own.</summary>
internal sealed class TestPortal : IAsyncDisposable
{
    public const string Operator = "åsa.lind";
    public const string Password = "korrekt häst batteri";

    private readonly TemporaryFolder folder;
    private readonly PortalHost host;

    private TestPortal(TemporaryFolder folder, PortalHost host) => (this.folder, this.host) = (folder, host);

    /// <summary>Without the slash at its end.</summary>
    public string Address => host.Address.GetLeftPart(UriPartial.Authority);

    public string Data => folder["data"];

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <param name="jobs">The jobs; null: the sample profile's.</param>
    /// <param name="clock">What the node goes by; null: the system's.</param>
    /// <param name="works">False: the node takes no run, and the test says how runs go.</param>
    public static async Task<TestPortal> StartAsync(JobCatalog? jobs = null, TimeProvider? clock = null, bool works = true)
    {
        var folder = new TemporaryFolder();
        var worker = new Pipeline.Jobs.Running.WorkerOptions("nod-1") { Poll = works ? TimeSpan.FromMilliseconds(50) : TimeSpan.FromHours(1), Renew = TimeSpan.FromMilliseconds(50) };
        var node = new NodeOptions(new ProjectFolder(Repository.Root), new RunOptions("sample", null, folder["data"], null), worker);
        return new(folder, await PortalHost.StartAsync(new(node, "sqlite", 0) { Jobs = jobs }, clock ?? TimeProvider.System, CancellationToken.None));
    }

    /// <summary>Makes the operator of the tests.</summary>
    public Task AddOperatorAsync() => Get<Operators>().SetAsync(Operator, Password, CancellationToken.None);

    /// <summary>Runs a job to its end, and gives its run.</summary>
    public async Task<JobRun> RunAsync(string job)
    {
        var id = await Get<RunQueue>().EnqueueAsync(Get<JobCatalog>().Find(job), RunCause.Person, "command line", null, CancellationToken.None);
        return await UntilAsync(id!, run => run.Ended is not null);
    }

    /// <summary>Waits until a run is so.</summary>
    public async Task<JobRun> UntilAsync(string run, Func<JobRun, bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (await Get<RunLog>().FindAsync(run, patience.Token) is { } found && isSo(found))
            {
                return found;
            }

            await Task.Delay(20, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }
}
