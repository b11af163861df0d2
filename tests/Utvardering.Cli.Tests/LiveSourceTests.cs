using Utvardering.Testing;
using Utvardering.Testing.Replay;

namespace Utvardering.Cli.Tests;

public sealed class LiveSourceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [FactNeeding("node")]
    public async Task A_source_that_does_not_answer_ends_the_run_with_its_own_exit_code_and_a_sentence()
    {
        await using var server = await ReplayServer.StartAsync(_ => null);
        var ended = await Command.RunAsync("run", "--profile", "live", "--data", folder["data"], "--source-address", $"kolada={server.Kolada}");
        Assert.Equal(3, ended.Code);
        Assert.Contains("kolada answered with status 404", ended.Error, StringComparison.Ordinal);
        Assert.Contains("see the source's documentation for its new place", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kolada", "is not SOURCE=ADDRESS")]
    [InlineData("kolada=nowhere", "is not SOURCE=ADDRESS")]
    [InlineData("deliveries=https://example.org", "does not fetch from the web")]
    public async Task An_address_that_can_not_be_used_is_told(string given, string told)
    {
        var ended = await Command.RunAsync("run", "--profile", "live", "--data", folder["data"], "--source-address", given);
        Assert.Equal(2, ended.Code);
        Assert.Contains(told, ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
    }
}
