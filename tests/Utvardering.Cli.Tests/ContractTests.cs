using Utvardering.Testing;

namespace Utvardering.Cli.Tests;

public sealed class ContractTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task It_writes_template_and_guide_as_they_lie_beside_the_schema()
    {
        var ended = await Command.RunAsync("contract", "deliveries", "--out", folder["out"]);
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        foreach (var file in new[] { "template.xlsx", "guide.sv.md" })
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(Repository.Root, "data-schema", "deliveries", file)), File.ReadAllBytes(folder["out/" + file]));
        }
    }

    [Fact]
    public async Task What_nobody_delivers_is_told_with_what_is_delivered()
    {
        var ended = await Command.RunAsync("contract", "population", "--out", folder["out"]);
        Assert.Equal(2, ended.Code);
        Assert.Contains("Choose one of: deliveries, support_log.", ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["out"]));
    }

    public void Dispose() => folder.Dispose();
}
