using Utvardering.Warehouse.Audit;

namespace Utvardering.Warehouse.Tests.Audit;

public sealed class VerifyTests
{
    [Fact]
    public void A_log_that_was_left_alone_is_whole()
    {
        using var bench = new LogBench().With(5);
        Assert.Equal(5, bench.Log.Verify().Entries);
        Assert.True(bench.Log.Verify().IsWhole);
    }

    [Fact]
    public void A_log_that_was_never_written_is_whole_and_empty()
    {
        using var bench = new LogBench();
        Assert.True(bench.Log.Verify() is { IsWhole: true, Entries: 0 });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void A_changed_entry_is_named_and_no_other(int number)
    {
        using var bench = new LogBench().With(5);
        var lines = bench.Lines();
        lines[number - 1] = lines[number - 1].Replace("\"refused\"", "\"passed\"", StringComparison.Ordinal);

        var problem = Assert.Single(bench.VerifyAfter(lines).Problems);

        Assert.Equal((AuditFault.Changed, (long?)number, (long)number), (problem.What, problem.Number, problem.Line));
    }

    [Fact]
    public void A_changed_entry_with_a_hash_to_match_is_given_away_by_the_next()
    {
        using var bench = new LogBench().With(5);
        var lines = bench.Lines();
        using var other = new LogBench().With(2);
        other.Log.Append(LogBench.Event("rewritten"));
        lines[2] = other.Lines()[2];

        var problem = Assert.Single(bench.VerifyAfter(lines).Problems);

        Assert.Equal((AuditFault.NotFollowing, 4L), (problem.What, problem.Number));
    }

    [Fact]
    public void A_removed_entry_is_missed()
    {
        using var bench = new LogBench().With(5);
        var lines = bench.Lines();
        lines.RemoveAt(1);

        var problem = Assert.Single(bench.VerifyAfter(lines).Problems);

        Assert.Equal(AuditFault.Removed, problem.What);
        Assert.Contains("entries 2 to 2 are gone", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Swapped_entries_are_told()
    {
        using var bench = new LogBench().With(5);
        var lines = bench.Lines();
        (lines[1], lines[2]) = (lines[2], lines[1]);

        Assert.Equal([AuditFault.Removed, AuditFault.OutOfOrder], bench.VerifyAfter(lines).Problems.Select(problem => problem.What));
    }

    [Fact]
    public void An_entry_put_in_twice_is_told()
    {
        using var bench = new LogBench().With(3);
        var lines = bench.Lines();
        lines.Insert(2, lines[1]);

        var problem = Assert.Single(bench.VerifyAfter(lines).Problems);

        Assert.Equal((AuditFault.OutOfOrder, 2L), (problem.What, problem.Number));
    }

    [Fact]
    public void The_newest_entries_are_missed_though_the_rest_is_a_chain()
    {
        using var bench = new LogBench().With(5);

        var problem = Assert.Single(bench.VerifyAfter(bench.Lines().Take(3)).Problems);

        Assert.Equal(AuditFault.EndRemoved, problem.What);
        Assert.Contains("entries 4 to 5 are gone", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_removed_file_is_missed()
    {
        using var bench = new LogBench().With(9, smallFiles: true);
        File.Delete(Path.Combine(bench.Folder, "audit-000002.jsonl"));

        Assert.Equal(AuditFault.Removed, Assert.Single(bench.Log.Verify().Problems).What);
    }

    [Fact]
    public void The_same_entry_in_another_spelling_is_not_the_entry()
    {
        using var bench = new LogBench().With(3);
        var lines = bench.Lines();
        lines[1] = lines[1].Replace(",\"number\"", ", \"number\"", StringComparison.Ordinal);

        Assert.Equal(AuditFault.Unreadable, Assert.Single(bench.VerifyAfter(lines).Problems).What);
    }

    [Fact]
    public void Any_flipped_byte_is_found()
    {
        using var bench = new LogBench().With(3);
        var bytes = File.ReadAllBytes(bench.FirstFile);
        for (var at = 0; at < bytes.Length; at += 7)
        {
            bytes[at] ^= 1;
            File.WriteAllBytes(bench.FirstFile, bytes);
            Assert.False(bench.Log.Verify().IsWhole, $"byte {at}");
            bytes[at] ^= 1;
        }
    }

    [Fact]
    public void A_log_without_its_head_can_t_be_trusted()
    {
        using var bench = new LogBench().With(3);
        File.Delete(Path.Combine(bench.Folder, "head.json"));

        Assert.Equal(AuditFault.EndRemoved, Assert.Single(bench.Log.Verify().Problems).What);
        Assert.Throws<InputException>(() => bench.Log.Append(LogBench.Event()));
    }
}
