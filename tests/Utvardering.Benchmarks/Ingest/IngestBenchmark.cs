using System.CommandLine;
using System.Globalization;
using Utvardering.Benchmarks.Measuring;
using Utvardering.Testing;

namespace Utvardering.Benchmarks.Ingest;

/// <summary>
/// <c>ingest</c>: a file of observations checked and written to the lake, against DuckDB's bare COPY of the same file.
/// The two take turns, each time in a new process.
/// </summary>
internal static class IngestBenchmark
{
    private const double RatioAllowed = 1.5;
    private const long BytesAllowed = 1_000_000_000;

    public static Command Make()
    {
        var rows = new Option<long>("--rows") { Description = "Rows of the file.", DefaultValueFactory = _ => 10_000_000 };
        var runs = new Option<int>("--runs") { Description = "Runs of each way; the medians count.", DefaultValueFactory = _ => 3 };
        var order = new Option<string>("--order") { Description = "key: rows by the dataset's key, as statistics come; mixed: in no order.", DefaultValueFactory = _ => "key" };
        order.AcceptOnlyFromAmong("key", "mixed");
        var folder = new Option<string?>("--folder") { Description = "Work there and leave the input file, to look at one run closer: ingest once DIR, ingest copy DIR." };
        var command = new Command("ingest", "Ingestion of a CSV file of observations against DuckDB's bare COPY.")
        {
            rows, runs, order, folder, Once("once", IngestRuns.IngestAsync), Once("copy", IngestRuns.CopyAsync),
        };
        command.SetAction(parsed => Compare(parsed.GetValue(rows), parsed.GetValue(runs), parsed.GetValue(order)!, parsed.GetValue(folder)));
        return command;
    }

    /// <summary>One run in this process, for the comparison to start.</summary>
    private static Command Once(string name, Func<IngestWorkplace, Task> run)
    {
        var folder = new Argument<string>("folder");
        var command = new Command(name, "One run in this process.") { folder };
        command.Hidden = true;
        command.SetAction((parsed, _) => run(new(parsed.GetValue(folder)!)));
        return command;
    }

    private static int Compare(long rows, int runs, string order, string? folder)
    {
        using var temporary = new TemporaryFolder();
        var place = new IngestWorkplace(Path.GetFullPath(folder ?? temporary.Path));
        place.DefineSource();
        ObservationFile.Write(place.File, rows, order);
        Print($"{rows:N0} rows, {new FileInfo(place.File).Length / 1e6:N0} MB, order: {order}, {Environment.ProcessorCount} cores");
        Print($"{"run",4} {"copy s",8} {"ingest s",9} {"ratio",6} {"copy cpu",9} {"ingest cpu",11} {"ratio",6} {"copy MB",8} {"ingest MB",10}");
        var (copies, ingests) = (new List<Measurement>(), new List<Measurement>());
        for (var run = 1; run <= runs; run++)
        {
            copies.Add(Measurement.InProcessOfItsOwn("ingest", "copy", place.Folder));
            File.Delete(place.Copy);
            ingests.Add(Measurement.InProcessOfItsOwn("ingest", "once", place.Folder));
            Directory.Delete(place.DataRoot, recursive: true);
            if (copies[^1].Rows != rows || ingests[^1].Rows != rows)
            {
                throw new InvalidOperationException($"{rows} rows went in, {copies[^1].Rows} and {ingests[^1].Rows} came out.");
            }

            Line(run.ToString(CultureInfo.InvariantCulture), copies[^1], ingests[^1]);
        }

        return Judge(Middle(copies), Middle(ingests));
    }

    private static int Judge(Measurement copy, Measurement ingest)
    {
        Line("mid", copy, ingest);
        var met = ingest.Seconds <= RatioAllowed * copy.Seconds && ingest.PeakBytes <= BytesAllowed;
        Print($"goal: at most {RatioAllowed} times the copy's time, at most {BytesAllowed / 1e6:N0} MB: {(met ? "met" : "not met")}");
        return met ? 0 : 1;
    }

    private static Measurement Middle(List<Measurement> runs) =>
        new(Median.Of(runs.Select(run => run.Seconds)), Median.Of(runs.Select(run => run.CpuSeconds)), runs.Max(run => run.PeakBytes), runs[0].Rows, runs[0].Bytes);

    private static void Line(string run, Measurement copy, Measurement ingest) =>
        Print($"{run,4} {copy.Seconds,8:0.00} {ingest.Seconds,9:0.00} {ingest.Seconds / copy.Seconds,6:0.00} {copy.CpuSeconds,9:0.00} {ingest.CpuSeconds,11:0.00} {ingest.CpuSeconds / copy.CpuSeconds,6:0.00} {copy.PeakBytes / 1e6,8:N0} {ingest.PeakBytes / 1e6,10:N0}");

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
