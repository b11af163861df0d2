using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.Catalogue;
using Utvardering.Pipeline.Jobs.Running;
using Utvardering.Pipeline.Jobs.Store;
using Utvardering.Pipeline.Runs;
using Utvardering.Portal.Hosting;
using Utvardering.Testing;

namespace Utvardering.Benchmarks.Jobs;

/// <summary><c>soak</c>: ten thousand short runs through queue, lease, log and log files; whether memory grows, and whether logs are rotated and forgotten.</summary>
internal static class SoakBenchmark
{
    private const int Shown = 10;
    private const int LinesOfARun = 20;
    private const long LogFile = 1 << 20;

    public static Command Make()
    {
        var jobs = new Option<int>("--jobs") { Description = "How many runs.", DefaultValueFactory = _ => 10_000 };
        var command = new Command("soak", "Runs many short jobs one after the other; prints the rate, the memory after each tenth and the sizes of store and logs.") { jobs };
        command.SetAction((parsed, stop) => MeasureAsync(parsed.GetValue(jobs), stop));
        return command;
    }

    private static async Task<int> MeasureAsync(int count, CancellationToken stop)
    {
        using var folder = new TemporaryFolder();
        await using var database = JobDatabase.Sqlite(folder.Path);
        await database.PrepareAsync(stop);
        var job = new Job { Name = "short", Title = new("kort", "short"), Work = WorkAsync };
        await using var services = new ServiceCollection().AddLogging(logging => Logs.Add(logging, folder.Path, LogFile)).BuildServiceProvider();
        var (queue, log) = (new RunQueue(database, TimeProvider.System), new RunLog(database));
        var worker = new JobWorker(
            database, queue, log, new JobCatalog(() => [job]), new WorkerOptions("soak") { Memory = TimeSpan.FromSeconds(5) }, TimeProvider.System, services.GetRequiredService<ILogger<JobWorker>>());
        var watch = Stopwatch.StartNew();
        Console.WriteLine($"{"runs",8}{"runs/s",9}{"heap, MB",11}{"process, MB",13}{"store, MB",11}{"log files",11}{"logs, MB",10}");
        for (var done = 1; done <= count; done++)
        {
            await queue.EnqueueAsync(job, RunCause.Schedule, null, string.Create(CultureInfo.InvariantCulture, $"short at {done}"), stop);
            await worker.StepAsync(stop);
            if (done % Math.Max(1, count / Shown) == 0)
            {
                await log.ForgetAsync(TimeProvider.System.GetUtcNow().AddSeconds(-5), stop);
                Tell(folder, done, watch.Elapsed);
            }
        }

        return 0;
    }

    private static Task<JobResult> WorkAsync(JobContext context, CancellationToken stop)
    {
        for (var line = 0; line < LinesOfARun; line++)
        {
            context.Progress.Report(new RunStep("ingest", string.Create(CultureInfo.InvariantCulture, $"page {line} of {LinesOfARun}"), Done: line == LinesOfARun - 1));
        }

        return Task.FromResult(new JobResult { Counts = new() { Bytes = 1_000, RowsIn = 10, RowsAccepted = 10, FilesRefused = 0, VintagesMade = 0 }, Inputs = [new("https://a", "1f")] });
    }

    private static void Tell(TemporaryFolder folder, int done, TimeSpan took)
    {
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        var logs = new DirectoryInfo(folder["logs"]).GetFiles();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{done,8}{done / took.TotalSeconds,9:0}{Megabytes(heap),11:0.0}{Megabytes(process.WorkingSet64),13:0}{Megabytes(new FileInfo(folder[JobDatabase.FileName]).Length),11:0.0}{logs.Length,11}{Megabytes(logs.Sum(file => file.Length)),10:0.0}"));
    }

    private static double Megabytes(long bytes) => bytes / 1e6;
}
