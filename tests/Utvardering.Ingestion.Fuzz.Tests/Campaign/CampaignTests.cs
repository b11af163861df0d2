using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Utvardering.Ingestion.Fuzz.Tests.Mutations;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Utvardering.Ingestion.Fuzz.Tests.Campaign;

/// <summary>
/// Mutated files over all adapters: none crashes or hangs the program, none gets a row outside its schema into a vintage, none is refused
/// without a word. A failure names the mutant; see <see cref="ReplayTests"/>.
/// </summary>
public sealed class CampaignTests(CampaignTests.Printer printer) : IClassFixture<CampaignTests.Printer>
{
    private const double LeastShareRead = 0.1;

    [Fact]
    public void Mutated_files_neither_crash_nor_hang_nor_get_a_bad_row_in()
    {
        var (tally, faults, whole, used) = (new Tally(), new ConcurrentQueue<string>(), Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        Parallel.ForEach(Partitioner.Create(Plan.Batches().ToList(), loadBalance: true), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, batch =>
        {
            var clock = Stopwatch.StartNew();
            var watched = Watch.Run([.. Enumerable.Range(batch.First, batch.Count).Select(number => Mutant.Of(batch.Specimen, number))]);
            foreach (var fault in watched.Faults)
            {
                faults.Enqueue(fault);
            }

            lock (tally)
            {
                tally.Add(batch.Specimen, watched, clock.Elapsed);
            }
        });

        // Processor time is of the whole process: other tests may have run beside it.
        printer.Print(string.Create(
            CultureInfo.InvariantCulture, $"{tally.Table()} {whole.Elapsed.TotalSeconds:0} s, {(Environment.CpuUsage.TotalTime - used).TotalSeconds:0} s of processor time."));
        Assert.True(faults.IsEmpty, $"{faults.Count} faults, the first: {string.Join("\n", faults.Order(StringComparer.Ordinal).Take(40))}");
        Assert.True(tally.Total >= Plan.LeastOfAll, $"only {tally.Total} files");
        Assert.All(Plan.Adapters, adapter => Assert.True(
            adapter.Specimens.Sum(tally.Of) >= Plan.LeastOfAnAdapter, $"{adapter.Adapter} got {adapter.Specimens.Sum(tally.Of)} mutated files: give it seeds in Seeds/."));
        Assert.All(Plan.Adapters.SelectMany(adapter => adapter.Specimens), specimen => Assert.True(
            tally.ShareRead(specimen) >= LeastShareRead, $"of the mutants of {specimen.Name} only {tally.ShareRead(specimen):P0} get past the reader"));
    }

    /// <summary>Prints into the log of the test run.</summary>
    public sealed class Printer(IMessageSink sink)
    {
        public void Print(string text) => sink.OnMessage(new DiagnosticMessage(text));
    }
}
