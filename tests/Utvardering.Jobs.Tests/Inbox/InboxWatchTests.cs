using Microsoft.Extensions.Logging.Abstractions;
using Utvardering.Jobs.Tests.Store;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.Catalogue;
using Utvardering.Pipeline.Jobs.Inbox;
using Utvardering.Pipeline.Jobs.States;
using Utvardering.Pipeline.Jobs.Store;
using Utvardering.Testing;

namespace Utvardering.Jobs.Tests.Inbox;

public sealed class InboxWatchTests(Stores stores) : IClassFixture<Stores>, IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_that_stands_still_asks_once_for_the_job_that_reads_it_and_a_changed_one_asks_again()
    {
        var (database, jobs) = (await stores.NewAsync("sqlite"), new[] { Stores.Job("bra") with { Files = ["bra/*.csv"] }, Stores.Job("other") with { Files = ["other/*.csv"] } });
        var (queue, log) = (new RunQueue(database, TimeProvider.System), new RunLog(database));
        InboxWatch New() => new(folder.Path, new JobCatalog(() => jobs), queue, TimeSpan.FromSeconds(1), NullLogger<InboxWatch>.Instance);
        var watch = New();
        Directory.CreateDirectory(folder["bra"]);
        await watch.LookAsync(None);

        // It grows between the looks: it is not whole yet.
        await File.WriteAllTextAsync(folder["bra/19990101-1234 Anna.csv"], "a");
        await watch.LookAsync(None);
        await File.WriteAllTextAsync(folder["bra/19990101-1234 Anna.csv"], "ab");
        await watch.LookAsync(None);
        Assert.Empty(await log.NewestAsync(null, 10, None));
        await watch.LookAsync(None);
        var run = Assert.Single(await log.NewestAsync(null, 10, None));
        // A file's name may hold personal data: the log does not repeat it.
        Assert.Equal(("bra", RunCause.Inbox, "1 file(s)"), (run.Job, run.Cause, run.CausedBy));

        await EndAsync(queue);
        await watch.LookAsync(None);
        var again = New();
        await again.LookAsync(None);
        await again.LookAsync(None);
        Assert.Single(await log.NewestAsync(null, 10, None));

        await File.WriteAllTextAsync(folder["bra/rättad.csv"], "c");
        await again.LookAsync(None);
        await again.LookAsync(None);
        Assert.Equal(2, (await log.NewestAsync("bra", 10, None)).Count);
    }

    private static async Task EndAsync(RunQueue queue) =>
        await queue.EndAsync((await queue.ClaimAsync("n", TimeSpan.FromMinutes(1), 3, None))!, RunState.Succeeded, new(), null, null, None);
}
