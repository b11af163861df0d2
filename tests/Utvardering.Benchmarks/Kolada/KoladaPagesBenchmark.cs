using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Utvardering.Benchmarks.Ingest;
using Utvardering.Benchmarks.Measuring;
using Utvardering.Ingestion;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Transport.Http;
using Utvardering.Testing;
using Utvardering.Testing.Replay;

namespace Utvardering.Benchmarks.Kolada;

/// <summary>
/// <c>kolada-pages</c>: a retrieval of very many pages from a server on this machine, through landing, checks and lake, against the least
/// time that the source's rate rule allows; and without such a rule, to see what we could do. Each in a process of its own; the server is
/// in this one.
/// </summary>
internal static class KoladaPagesBenchmark
{
    private const double RatioAllowed = 1.1;

    public static Command Make()
    {
        var pages = new Option<int>("--pages") { Description = "Pages, at least.", DefaultValueFactory = _ => 20_000 };
        var perPage = new Option<int>("--per-page") { Description = "Figures on a page; Kolada gives 5000 at most.", DefaultValueFactory = _ => 50 };
        var rate = new Option<int>("--rate") { Description = "Requests per second in the source's YAML.", DefaultValueFactory = _ => 200 };
        var command = new Command("kolada-pages", "A retrieval of many pages against the source's rate rule.") { pages, perPage, rate, Once() };
        command.SetAction((parsed, _) => CompareAsync(parsed.GetValue(pages), parsed.GetValue(perPage), parsed.GetValue(rate)));
        return command;
    }

    private static Command Once()
    {
        var (folder, source) = (new Argument<string>("folder"), new Argument<string>("source"));
        var command = new Command("once", "One run in this process.") { folder, source };
        command.Hidden = true;
        command.SetAction((parsed, _) => RetrieveAsync(parsed.GetValue(folder)!, parsed.GetValue(source)!));
        return command;
    }

    private static async Task<int> CompareAsync(int pages, int perPage, int rate)
    {
        using var folder = new TemporaryFolder();
        var indicators = ManyPages.Indicators(pages, perPage);
        var (asked, figures) = (ManyPages.Pages(indicators.Count, perPage), (long)indicators.Count * ManyPages.FiguresPerIndicator);
        await using var server = await ReplayServer.StartAsync(new ManyPages(perPage).Answer);
        server.Remembers = false;
        var bound = (double)asked / rate;
        Print($"{asked:N0} pages of {perPage} figures, {figures:N0} figures in all, {Environment.ProcessorCount} cores");
        Print($"{"rule",12} {"bound s",8} {"asked s",8} {"took s",8} {"ratio",6} {"pages/s",8} {"peak MB",8}");
        var ruled = Run(folder.Path, Define(folder.Path, "ruled", server.Kolada, indicators, perPage, rate), figures);
        Print($"{rate + "/s",12} {bound,8:0.0} {Fetched(folder.Path, "ruled"),8} {ruled.Seconds,8:0.0} {ruled.Seconds / bound,6:0.00} {asked / ruled.Seconds,8:0} {ruled.PeakBytes / 1e6,8:N0}");
        var free = Run(folder.Path, Define(folder.Path, "free", server.Kolada, indicators, perPage, null), figures);
        Print($"{"none",12} {"",8} {Fetched(folder.Path, "free"),8} {free.Seconds,8:0.0} {"",6} {asked / free.Seconds,8:0} {free.PeakBytes / 1e6,8:N0}");
        var met = ruled.Seconds <= RatioAllowed * bound;
        Print($"goal: at most {RatioAllowed} times the least time that the rule allows: {(met ? "met" : "not met")}");
        return met ? 0 : 1;
    }

    private static Measurement Run(string folder, string source, long figures)
    {
        var took = Measurement.InProcessOfItsOwn("kolada-pages", "once", folder, source);
        return took.Rows == figures ? took : throw new InvalidOperationException($"{figures} figures were to come, {took.Rows} did.");
    }

    private static Task RetrieveAsync(string folder, string name) => Measurement.PrintAsync(async () =>
    {
        var source = SourceReader.Read(IngestWorkplace.Project, Path.Combine(folder, name + ".yaml"));
        using var web = new WebAccess(TimeProvider.System);
        var watch = Stopwatch.StartNew();
        var asked = new LastTold(watch);
        var outcome = await new Ingestor(IngestWorkplace.Project, "benchmark").IngestAsync(source, web.Of(source), Path.Combine(folder, name), asked);
        await File.WriteAllTextAsync(Path.Combine(folder, name + ".fetched"), asked.Time.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        return (outcome.RowsAccepted, outcome.Vintage!.Parts.Sum(part => new FileInfo(part).Length));
    });

    private static string Define(string folder, string name, Uri address, IReadOnlyList<string> indicators, int perPage, int? rate)
    {
        File.WriteAllText(Path.Combine(folder, name + ".yaml"), string.Create(CultureInfo.InvariantCulture, $$"""
            source: {{name}}
            title: {sv: Mätning, en: Benchmark}
            adapter: kolada-v3
            dataset: indicator_values
            origin: published
            address: {{address}}
            limits: {idsPerSegment: 25, perPage: {{perPage}}{{(rate is null ? "" : string.Create(CultureInfo.InvariantCulture, $", requestsPerSecond: {rate}"))}}}
            increments: {fullEveryDays: 30}
            select:
              indicators: [{{string.Join(", ", indicators)}}]
              years: {{ManyPages.FirstYear}}-{{ManyPages.FirstYear + ManyPages.Years - 1}}
            attribution: {sv: Mätning, en: Benchmark}

            """));
        return name;
    }

    /// <summary>When the last page was asked for.</summary>
    private sealed class LastTold(Stopwatch watch) : IProgress<string>
    {
        public TimeSpan Time { get; private set; }

        public void Report(string value) => Time = watch.Elapsed;
    }

    private static string Fetched(string folder, string name) => string.Create(CultureInfo.InvariantCulture,
        $"{double.Parse(File.ReadAllText(Path.Combine(folder, name + ".fetched")), CultureInfo.InvariantCulture):0.0}");

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
