using Utvardering.Testing;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Warehouse.Tests.Registry;

/// <summary>The file of corrections, and what is refused in it.</summary>
public sealed class CorrectionsTests : IDisposable
{
    private const string Entry = """
        - id: a
          dataset: population
          key: {municipality_code: "1490", note: }
          column: population
          old: 1
          new:
          reason: r
          document: bra-2023
          who: w
          date: 2024-10-02
          until: 2024-12-31

        """;

    private readonly RegistryCopy registry = new();

    [Fact]
    public void The_repository_has_none() => Assert.Empty(RegistryFiles.Load(Path.Combine(Repository.Root, "pipelines")).Corrections);

    [Fact]
    public void The_commented_example_can_be_read_when_the_comment_is_taken_off()
    {
        var lines = File.ReadAllLines(registry["corrections.yaml"]);
        var example = lines.SkipWhile(line => line != "#").Where(line => line.StartsWith("# ", StringComparison.Ordinal)).Select(line => line[2..]);
        var correction = Load(string.Join('\n', example) + "\n").Single();
        Assert.Equal(("files-offences", "498", "49"), (correction.Source, correction.Old, correction.New));
        Assert.True(correction.IsFor("reported_offences", "files-offences", new(2025, 3, 30)));
        Assert.False(correction.IsFor("reported_offences", "files-offences", new(2025, 3, 31)));
        Assert.False(correction.IsFor("reported_offences", "bra-sol", new(2025, 3, 30)));
    }

    [Fact]
    public void An_empty_value_is_a_missing_one_and_without_a_source_every_one_is_meant()
    {
        var correction = Load(Entry).Single();
        Assert.Equal(("1", null, null), (correction.Old, correction.New, correction.Key["note"]));
        Assert.True(correction.IsFor("population", "anything", new(1999, 1, 1)));
    }

    [Theory]
    [InlineData("  new:\n", "", "has no 'new'")]
    [InlineData("  new:\n", "  new: 1\n", "from and to the same value")]
    [InlineData("document: bra-2023", "document: nosuch", "the registry has no such document")]
    [InlineData("until: 2024-12-31", "until: 2024-12-31\n  from: 2025-01-01", "is before 'from'")]
    [InlineData("who: w", "whom: w", "who")]
    [InlineData("- id: a", "- id: a\n  colour: red", "unknown key 'colour'")]
    public void A_mistake_is_told_with_its_line(string right, string wrong, string told)
    {
        var message = Assert.Throws<InputException>(() => Load(Entry.Replace(right, wrong, StringComparison.Ordinal))).Message;
        Assert.Contains("corrections.yaml line ", message, StringComparison.Ordinal);
        Assert.Contains(told, message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_stands_once() => Assert.Contains("stands twice", Assert.Throws<InputException>(() => Load(Entry + Entry)).Message, StringComparison.Ordinal);

    public void Dispose() => registry.Dispose();

    private IReadOnlyList<Correction> Load(string yaml)
    {
        File.WriteAllText(registry["corrections.yaml"], yaml);
        return registry.Load().Corrections;
    }
}
