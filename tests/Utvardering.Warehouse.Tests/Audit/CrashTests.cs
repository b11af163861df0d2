using System.Text;
using Utvardering.Warehouse.Audit;

namespace Utvardering.Warehouse.Tests.Audit;

public sealed class CrashTests
{
    [Fact]
    public void An_unfinished_last_line_is_cut_off_and_that_is_recorded_wherever_the_crash_came()
    {
        using var whole = new LogBench().With(3);
        var third = Encoding.UTF8.GetBytes(whole.Lines()[2]);
        for (var written = 1; written <= third.Length; written += 23)
        {
            using var bench = new LogBench().With(2);
            Leave(bench, third.AsSpan(0, written));

            bench.Log.Append(LogBench.Event("after-the-crash"));

            Assert.True(bench.Log.Verify().IsWhole, $"{written} bytes");
            Assert.Equal(["step-1", "step-2", AuditLog.Repaired, "after-the-crash"], bench.Log.Read().Select(entry => entry.Event.Action));
            Assert.Equal($"bytes:{written}", bench.Log.Read().ElementAt(2).Event.Reasons.Single());
        }
    }

    [Fact]
    public void Zeros_that_a_power_cut_leaves_are_an_unfinished_line()
    {
        using var bench = new LogBench().With(2);
        Leave(bench, new byte[300]);

        bench.Log.Append(LogBench.Event());

        Assert.True(bench.Log.Verify().IsWhole);
        Assert.Equal(4, bench.Log.Verify().Entries);
    }

    [Fact]
    public void An_unfinished_line_is_told_until_the_next_entry()
    {
        using var bench = new LogBench().With(2);
        Leave(bench, "{\"action\""u8);

        var problem = Assert.Single(bench.Log.Verify().Problems);

        Assert.Equal((AuditFault.Unfinished, 3L), (problem.What, problem.Line));
    }

    [Fact]
    public void A_whole_entry_that_the_head_had_no_time_to_learn_of_stays()
    {
        using var bench = new LogBench().With(2);
        var head = File.ReadAllBytes(Path.Combine(bench.Folder, "head.json"));
        bench.With(1);
        File.WriteAllBytes(Path.Combine(bench.Folder, "head.json"), head);
        Assert.True(bench.Log.Verify().IsWhole);

        bench.Log.Append(LogBench.Event());

        Assert.True(bench.Log.Verify() is { IsWhole: true, Entries: 4 });
    }

    [Fact]
    public void A_crash_before_the_very_first_head_is_no_fault()
    {
        using var bench = new LogBench().With(1);
        File.Delete(Path.Combine(bench.Folder, "head.json"));

        bench.Log.Append(LogBench.Event());

        Assert.True(bench.Log.Verify() is { IsWhole: true, Entries: 2 });
    }

    [Fact]
    public void A_new_file_left_empty_is_gone_on_in()
    {
        using var bench = new LogBench().With(2, smallFiles: true);
        File.WriteAllBytes(Path.Combine(bench.Folder, "audit-000002.jsonl"), []);

        bench.OfSmallFiles.Append(LogBench.Event());

        Assert.True(bench.Log.Verify() is { IsWhole: true, Entries: 3 });
        Assert.Single(File.ReadAllLines(Path.Combine(bench.Folder, "audit-000002.jsonl")));
    }

    [Fact]
    public void Nothing_is_added_to_a_log_whose_end_was_cut_off()
    {
        using var bench = new LogBench().With(3);
        var bytes = File.ReadAllBytes(bench.FirstFile);
        File.WriteAllBytes(bench.FirstFile, bytes[..^10]);

        var fault = Assert.Throws<InputException>(() => bench.Log.Append(LogBench.Event()));

        Assert.Contains("is not whole", fault.Message, StringComparison.Ordinal);
        Assert.Equal(bytes[..^10], File.ReadAllBytes(bench.FirstFile));
    }

    private static void Leave(LogBench bench, ReadOnlySpan<byte> bytes)
    {
        using var stream = new FileStream(bench.FirstFile, FileMode.Append);
        stream.Write(bytes);
    }
}
