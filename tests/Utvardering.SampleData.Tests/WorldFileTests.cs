using Utvardering.Testing;

namespace Utvardering.SampleData.Tests;

public class WorldFileTests
{
    [Theory]
    [InlineData("group: pilots", "group: piloter", "effect fire-pilots names the group piloter")]
    [InlineData("outcome: bra:reported:1210", "outcome: bra:reported:1211", "effect fire-pilots names the outcome bra:reported:1211")]
    [InlineData("groups: [pilots, bra_supported]", "groups: [pilots, others]", "deliveries names the group others")]
    [InlineData("group: bra_supported\n      from: 2022", "group: others\n      from: 2022", "supportLog names the group others")]
    [InlineData("season: [0.9, 1.1,", "season: [1.1,", "season of supportLog has 11 factors")]
    [InlineData("denominator: true", "denominator: false", "0 measures under deliveries are marked denominator")]
    [InlineData("seed: 20240115", "sead: 20240115", "line")]
    [InlineData("asOf: 2025-12-31", "asOf: i morgon", "line")]
    public void A_mistake_in_the_settings_is_told_with_its_place(string right, string wrong, string message)
    {
        using var folder = Copy();
        var path = folder["sample/world.yaml"];
        var text = File.ReadAllText(path);
        var place = text.IndexOf(right, StringComparison.Ordinal);
        File.WriteAllText(path, text[..place] + wrong + text[(place + right.Length)..]);

        var error = Assert.Throws<InvalidDataException>(() => SampleWorld.Load(folder.Path, Sample.Today));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_is_not_a_municipality_is_told_with_its_number()
    {
        using var folder = Copy();
        File.AppendAllText(folder["registry/municipalities.csv"], "123,Ankeborg,00,Inget län,A1\n");
        var error = Assert.Throws<InvalidDataException>(() => SampleWorld.Load(folder.Path, Sample.Today));
        Assert.Contains("municipalities.csv, row 292", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_seed_is_another_world()
    {
        using var folder = Copy();
        var path = folder["sample/world.yaml"];
        File.WriteAllText(path, File.ReadAllText(path).Replace("seed: 20240115", "seed: 1", StringComparison.Ordinal));
        Assert.NotEqual(Sample.World.Files("bra-sol")[0].Content, SampleWorld.Load(folder.Path, Sample.Today).Files("bra-sol")[0].Content);
    }

    [Fact]
    public void An_address_or_a_folder_outside_the_world_is_refused()
    {
        Assert.Contains("no source at", Assert.Throws<ArgumentException>(() => Sample.World.Get("https://polisen.se/api/events")).Message, StringComparison.Ordinal);
        Assert.Contains("bra-sol, deliveries, support-log", Assert.Throws<ArgumentException>(() => Sample.World.Files("inbox")).Message, StringComparison.Ordinal);
    }

    private static TemporaryFolder Copy()
    {
        var folder = new TemporaryFolder();
        foreach (var file in new[] { "sample/world.yaml", "registry/municipalities.csv" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
            File.Copy(Path.Combine(Sample.Pipelines, file), folder[file]);
        }

        return folder;
    }
}
