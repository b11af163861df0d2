using System.Net;
using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Transport;
using Utvardering.Ingestion.Transport.Http;
using Utvardering.SampleData;
using Utvardering.Testing;
using Utvardering.Testing.Replay;
using Utvardering.Testing.Replay.Sources;

namespace Utvardering.Ingestion.Tests.Http;

/// <summary>A replay server and a way to it, for one test: waits up to a minute pass at once, and jitter stands in its middle.</summary>
internal sealed class Web : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2024, 6, 1, 4, 15, 0, TimeSpan.Zero);

    /// <summary>In the sample world of 1 June 2024.</summary>
    public static readonly Lazy<SampleWorld> World = new(() => SampleWorld.Load(Path.Combine(Repository.Root, "pipelines"), new(2024, 6, 1)));

    private readonly List<WebAccess> ways = [];

    private Web(ReplayServer server) => Server = server;

    public ReplayServer Server { get; }

    public Bench Bench { get; } = new();

    public HurryingClock Clock { get; set; } = new(Start, TimeSpan.FromMinutes(1));

    /// <summary>The web as a machine without a proxy sees it.</summary>
    public IWebProxy Proxy { get; set; } = new WebProxy();

    public static async Task<Web> OfSampleAsync() => new(await ReplayServer.StartAsync(SampleSource.Of(World.Value)));

    public static async Task<Web> OfRecordingsAsync() => new(await ReplayServer.StartAsync(RecordedSources.Answer));

    public static async Task<Web> SecureAsync() => new(await ReplayServer.StartAsync(RecordedSources.Answer, secure: true));

    /// <summary>Kolada's two indicators of the sample world, in small pages.</summary>
    public SourceDefinition Kolada(int perPage = 5000) => At(Server.Kolada, "kolada") with
    {
        Settings = new KoladaSettings(["N07403", "N07541"], new(2021, 2023)),
        Limits = new(null, 25, perPage),
    };

    public SourceDefinition Scb() => At(Server.Scb, "scb-population") with { Limits = new(null, null, null) };

    public SourceDefinition At(Uri address, string source) => Bench.Source(source) with { Address = address };

    /// <summary>A fresh process's way to the source.</summary>
    public HttpTransport Transport(SourceDefinition source)
    {
        ways.Add(new(Clock, () => 0.5, Proxy));
        return ways[^1].Of(source);
    }

    public Task<WebAnswer> AskAsync(SourceDefinition source, string rest, CancellationToken cancellationToken = default) =>
        Transport(source).SendAsync(new(HttpMethod.Get, new(source.Address!.AbsoluteUri.TrimEnd('/') + rest)), cancellationToken);

    public Task<IngestOutcome> IngestAsync(SourceDefinition source) => Bench.IngestAsync(source, Transport(source));

    public async Task<SourceException> FaultAsync(SourceDefinition source, string rest) =>
        await Assert.ThrowsAsync<SourceException>(() => AskAsync(source, rest));

    public async ValueTask DisposeAsync()
    {
        ways.ForEach(way => way.Dispose());
        await Server.DisposeAsync();
        Bench.Dispose();
    }
}
