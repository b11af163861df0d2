using System.Threading.Channels;
using Utvardering.Ingestion;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.Catalogue;
using Utvardering.Pipeline.Runs;
using Utvardering.Warehouse;

namespace Utvardering.Portal.Tests.Made;

/// <summary>Jobs that do what a test says: one goes on page by page as the test lets it, one fails until it is mended, one is done at once.</summary>
internal sealed class TestJobs
{
    public const string Slow = "slow";
    public const string Failing = "failing";
    public const string Quick = "quick";
    public const string Broken = "broken";

    /// <summary>What would be a script if a page took it for HTML.</summary>
    public const string Script = "<script>document.body.innerHTML='taken over'</script>";

    private readonly Channel<bool> pages = Channel.CreateUnbounded<bool>();

    /// <summary>Whether the failing job succeeds.</summary>
    public bool IsMended { get; set; }

    public JobCatalog Catalog => new(() =>
    [
        new() { Name = Slow, Title = new("Långsam källa", "Slow source"), Schedule = "0 15 4 * * ?", Work = SlowAsync },
        new() { Name = Failing, Title = new("Källa med fel", "Failing source"), Schedule = "0 0 5 ? * MON", Work = FailingAsync },
        new() { Name = Quick, Title = new("Snabb källa", "Quick source"), Work = QuickAsync },
        new() { Name = Broken, Title = new("Trasig källa", "Broken source"), Fault = new InputException($"broken.yaml, line 3: 'dataset' is {Script}."), Work = QuickAsync },
    ]);

    /// <summary>Lets the slow job go on by one page.</summary>
    public void NextPage() => pages.Writer.TryWrite(true);

    private async Task<JobResult> SlowAsync(JobContext context, CancellationToken stop)
    {
        for (var page = 1; page <= 3; page++)
        {
            context.Progress.Report(new RunStep("ingest", $"page {page} of 3", Done: false));
            await pages.Reader.ReadAsync(stop);
        }

        context.Progress.Report(new RunStep("ingest", "1234 rows accepted", Done: true));
        return new() { Counts = new() { Bytes = 2_400_000, RowsIn = 1234, RowsAccepted = 1234, FilesRefused = 0, VintagesMade = 1 } };
    }

    private Task<JobResult> FailingAsync(JobContext context, CancellationToken stop)
    {
        context.Progress.Report(new RunStep("ingest", $"reading {Script}", Done: false));
        return IsMended ? QuickAsync(context, stop) : throw new SourceException($"403 from https://example.org/{Script}", fault: SourceFault.Refused);
    }

    private Task<JobResult> QuickAsync(JobContext context, CancellationToken stop)
    {
        context.Progress.Report(new RunStep("ingest", $"12 rows of {Script}", Done: true));
        return Task.FromResult(new JobResult
        {
            Counts = new() { Bytes = 900, RowsIn = 12, RowsAccepted = 12, FilesRefused = 0, VintagesMade = 0 },
            Inputs = [new($"{Script}.csv", new string('a', 64))],
            Outputs = [new($"population/{Script}", new string('b', 64))],
        });
    }
}
