using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Transport.Http;
using Utvardering.Testing.Replay;
using Utvardering.Testing.Replay.Sources;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Tests.Increments;

/// <summary>Retrievals of a changing Kolada night after night, from 1 June 2024, all again every ten days.</summary>
internal sealed class Nights : IAsyncDisposable
{
    public static readonly DateOnly First = new(2024, 6, 1);

    private readonly ReplayServer server;
    private readonly WebAccess way;

    private Nights(ReplayServer server)
    {
        this.server = server;
        Bench.Definitions = "definitions 1";
        way = new(Bench.Clock);
        Source = Bench.Source("kolada") with
        {
            Address = server.Kolada,
            Settings = new KoladaSettings(["N07403", "N07541"], new(2022, 2023)),
            Limits = new(null, 25, 5000),
            Increments = new(10, 3),
        };
    }

    public ReplayServer Server => server;

    public ChangingKolada Kolada { get; private init; } = null!;

    public Bench Bench { get; } = new();

    public SourceDefinition Source { get; set; }

    /// <summary>Kolada of four figures, the first night taken in.</summary>
    public static async Task<Nights> BeginAsync()
    {
        var kolada = new ChangingKolada()
            .Set("N07403", "1490", 2022, 10, First.AddYears(-1)).Set("N07403", "0380", 2022, 20, First.AddYears(-1))
            .Set("N07541", "1490", 2023, 30.5, First.AddYears(-1)).Set("N07541", "0380", 2023, null, First.AddYears(-1), "Private");
        var nights = new Nights(await ReplayServer.StartAsync(kolada.Answer)) { Kolada = kolada };
        await nights.IngestAsync(0);
        nights.Server.Forget();
        return nights;
    }

    /// <param name="night">Days after <see cref="First"/>.</param>
    public async Task<IngestOutcome> IngestAsync(int night)
    {
        Bench.Clock.Time = new DateTimeOffset(First, new(2, 15), TimeSpan.Zero).AddDays(night);
        Server.Forget();
        return await Bench.IngestAsync(Source, way.Of(Source));
    }

    /// <summary>Indicator, municipality, value and status by key.</summary>
    public IReadOnlyList<string> Rows(Vintage vintage) => Bench.Rows(vintage, "select indicator_code, municipality_code, value, status from vintage order by 1, 2");

    public async ValueTask DisposeAsync()
    {
        way.Dispose();
        await server.DisposeAsync();
        Bench.Dispose();
    }
}
