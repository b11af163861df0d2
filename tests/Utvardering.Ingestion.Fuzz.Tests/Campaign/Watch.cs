using System.Diagnostics;
using Utvardering.Ingestion.Fuzz.Tests.Mutations;

namespace Utvardering.Ingestion.Fuzz.Tests.Campaign;

/// <summary>Runs a batch on a thread of its own under a deadline and a bound on what it allocates, and finds the mutant that broke it.</summary>
internal static class Watch
{
    /// <summary>A batch takes about two seconds; a machine that is a hundred times slower than that would fail for other reasons.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan DeadlineOfOne = TimeSpan.FromSeconds(30);

    /// <summary>The most that one mutant of a few kilobytes may make the program allocate: a workbook is read up to a million cells.</summary>
    private const long MostBytesOfOne = 1L << 30;

    private const long MostBytes = 4L << 30;

    public static Watched Run(IReadOnlyList<Mutant> mutants)
    {
        var whole = Once(mutants, Deadline, MostBytes);
        if (whole.Broken is null)
        {
            return whole;
        }

        // One by one, to name those that did it; the others still count.
        var alone = mutants.Select(mutant => Once([mutant], DeadlineOfOne, MostBytesOfOne)).ToList();
        var faults = alone.SelectMany(one => one.Faults).ToList();
        return new(
            alone.SelectMany(one => one.Verdicts).ToDictionary(),
            faults.Count > 0 ? faults : [$"{mutants[0]} to {mutants[^1].Number}, together and not alone: {whole.Broken}"],
            alone.Sum(one => one.Rows),
            null);
    }

    private static Watched Once(IReadOnlyList<Mutant> mutants, TimeSpan deadline, long mostBytes)
    {
        Watched? watched = null;
        var thread = new Thread(() => watched = Guarded(mutants, mostBytes)) { IsBackground = true };
        var clock = Stopwatch.StartNew();
        thread.Start();
        return thread.Join(deadline) ? watched! : Broken(mutants, $"not done after {clock.Elapsed.TotalSeconds:0} s");
    }

    private static Watched Guarded(IReadOnlyList<Mutant> mutants, long mostBytes)
    {
        try
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            using var batch = new Batch(mutants);
            var verdicts = batch.Run();
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            return bytes > mostBytes ? Broken(mutants, $"allocated {bytes >> 20} MiB") : new(verdicts, batch.Faults, batch.RowsPublished, null);
        }
#pragma warning disable CA1031 // Whatever comes out is a crash to be told.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return Broken(mutants, error.ToString());
        }
    }

    private static Watched Broken(IReadOnlyList<Mutant> mutants, string how) =>
        new(new Dictionary<Mutant, Verdict>(), [$"{mutants[0]}: {how}"], 0, how);
}
