using Utvardering.SampleData;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests;

/// <summary>The sample world was written from the sources' formats, not from these adapters: each must take its bodies without a problem.</summary>
public sealed class SampleWorldTests : IDisposable
{
    private static readonly Lazy<SampleWorld> World = new(() =>
    {
        var pipelines = Path.Combine(Repository.Root, "pipelines");
        return SampleWorld.Load(pipelines, SampleWorld.DefaultAsOf(pipelines));
    });

    private readonly Bench bench = new();

    [Theory]
    [InlineData("kolada")]
    [InlineData("kolada-groups")]
    [InlineData("kolada-peers")]
    [InlineData("scb-population")]
    [InlineData("bra-sol")]
    [InlineData("deliveries")]
    [InlineData("support-log")]
    public async Task Every_source_of_the_sample_world_goes_in_whole(string source)
    {
        var outcome = await bench.IngestAsync(source, new SampleWorldTransport(World.Value));
        Assert.Empty(outcome.Refused);
        Assert.True(outcome.IsNew);
        Assert.True(outcome.RowsAccepted >= 290);
        Assert.True(outcome.Vintage!.ReadPackage().Synthetic);
    }

    public void Dispose() => bench.Dispose();
}
