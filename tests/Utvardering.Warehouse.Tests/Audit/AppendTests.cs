using System.Security.Cryptography;
using System.Text;
using Utvardering.Warehouse.Audit;

namespace Utvardering.Warehouse.Tests.Audit;

public sealed class AppendTests
{
    [Fact]
    public void An_entry_is_a_line_of_canonical_json_and_comes_back_as_it_was()
    {
        using var bench = new LogBench();

        var entry = bench.Log.Append(LogBench.Event());

        var line = Assert.Single(bench.Lines());
        Assert.Equal(
            "{\"action\":\"delivery-refused\",\"actor\":\"Åsa Öberg\",\"decision\":\"refused\",\"hash\":\"" + entry.Hash +
            "\",\"number\":1,\"previous\":\"" + new string('0', 64) +
            "\",\"reasons\":[\"personal-number\"],\"subject\":{\"sha256\":\"" + new string('a', 64) + "\",\"source\":\"deliveries\"},\"time\":\"2026-01-01T00:00:01.0000000Z\"}",
            line);
        var read = Assert.Single(bench.Log.Read());
        Assert.Equal((entry.Number, entry.Time, entry.Previous, entry.Hash), (read.Number, read.Time, read.Previous, read.Hash));
        Assert.Equal(entry.Event.Reasons, read.Event.Reasons);
    }

    [Fact]
    public void The_hash_is_sha256_of_the_line_without_the_hash_and_the_next_entry_carries_it()
    {
        using var bench = new LogBench().With(2);
        var lines = bench.Lines();
        var entries = bench.Log.Read().ToList();

        var withoutHash = lines[0].Replace($"\"hash\":\"{entries[0].Hash}\",", "", StringComparison.Ordinal);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(withoutHash))), entries[0].Hash);
        Assert.Equal(entries[0].Hash, entries[1].Previous);
        Assert.Equal(entries[1].Hash, bench.Log.Head!.Hash);
    }

    [Fact]
    public void A_full_file_is_followed_by_another_and_the_chain_goes_on()
    {
        using var bench = new LogBench().With(9, smallFiles: true);

        Assert.True(Directory.GetFiles(bench.Folder, "audit-*.jsonl").Length > 3);
        Assert.Equal(Enumerable.Range(1, 9).Select(n => (long)n), bench.Log.Read().Select(entry => entry.Number));
        Assert.True(bench.Log.Verify().IsWhole);
    }

    [Fact]
    public void Many_writers_at_once_make_one_chain_with_every_entry_once()
    {
        using var bench = new LogBench();

        Parallel.For(0, 8, new() { MaxDegreeOfParallelism = 8 }, writer =>
        {
            for (var i = 0; i < 10; i++)
            {
                bench.OfSmallFiles.Append(LogBench.Event($"writer-{writer}-{i}"));
            }
        });

        Assert.True(bench.Log.Verify() is { IsWhole: true, Entries: 80 });
        Assert.Equal(80, bench.Log.Read().Select(entry => entry.Event.Action).Distinct().Count());
    }

    [Fact]
    public void A_writer_that_waits_in_vain_says_who_holds_the_log()
    {
        using var bench = new LogBench().With(1);
        using var held = new FileStream(Path.Combine(bench.Folder, ".lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var fault = Assert.Throws<InputException>(() => new AuditLog(bench.Folder, bench, patience: TimeSpan.FromMilliseconds(20)).Append(LogBench.Event()));

        Assert.Contains("held by another writer", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("två ord")]
    [InlineData("")]
    [InlineData("rad\nbrytning")]
    public void Texts_of_ones_own_are_refused_and_not_repeated(string action)
    {
        using var bench = new LogBench();

        var fault = Assert.Throws<ArgumentException>(() => bench.Log.Append(LogBench.Event(action)));

        Assert.Contains("Action", fault.Message, StringComparison.Ordinal);
        Assert.False(action.Length > 0 && fault.Message.Contains(action, StringComparison.Ordinal));
        Assert.False(Directory.Exists(bench.Folder));
    }
}
