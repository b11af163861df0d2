using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using Utvardering.Ingestion.Sources;

namespace Utvardering.Ingestion.Transport.Http;

/// <summary>The process's way to the web: one transport a source, and one gate a host, so that two sources of a host share its limits.</summary>
/// <param name="jitter">Gives numbers from 0 up to 1 that spread repetitions in time; null: the system's.</param>
/// <param name="proxy">Null: what the environment says (<c>HTTPS_PROXY</c>, <c>HTTP_PROXY</c>, <c>NO_PROXY</c>).</param>
public sealed class WebAccess(TimeProvider clock, Func<double>? jitter = null, IWebProxy? proxy = null) : IDisposable
{
    private const int MostRedirects = 5;

    private static readonly string Version = typeof(WebAccess).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private readonly ConcurrentDictionary<string, RateGate> gates = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentBag<HttpTransport> made = [];

    /// <param name="source">Has an address.</param>
    public HttpTransport Of(SourceDefinition source)
    {
        var gate = gates.GetOrAdd(source.Address!.Authority, _ => new(clock));
        foreach (var rate in source.Limits.Rates)
        {
            gate.Heed(rate);
        }

        // What is on this machine, such as a mirror, is not asked through a proxy.
        var way = proxy ?? (source.Address.IsLoopback ? new WebProxy() : HttpClient.DefaultProxy);
        var transport = new HttpTransport(source, Client(source, way), gate, way, clock, jitter ?? Random.Shared.NextDouble);
        made.Add(transport);
        return transport;
    }

    public void Dispose()
    {
        foreach (var transport in made)
        {
            transport.Dispose();
        }
    }

    private static HttpClient Client(SourceDefinition source, IWebProxy proxy)
    {
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
            ConnectTimeout = source.Patience.Connect,
            MaxAutomaticRedirections = MostRedirects,
            Proxy = proxy,
            UseCookies = false,
            // An address that moves is found again within the hour.
            PooledConnectionLifetime = TimeSpan.FromHours(1),
        };
        // Time-outs are kept by the transport, on its clock.
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", source.Limits.UserAgent ?? $"Utvardering/{Version} (reads public statistics)");
        return client;
    }
}
