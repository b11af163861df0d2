using System.Net;
using Utvardering.Ingestion.Sources;
using Utvardering.Warehouse;

namespace Utvardering.Ingestion.Transport.Http;

/// <summary>
/// One source over HTTP, within its limits and with the patience its file gives: time-outs, repetitions with growing and spread waits,
/// <c>Retry-After</c> obeyed, answers packed with gzip or Brotli, unchanged ones not sent again.
/// </summary>
public sealed class HttpTransport : ISourceTransport, IDisposable
{
    private readonly SourceDefinition source;
    private readonly HttpClient client;
    private readonly RateGate gate;
    private readonly IWebProxy proxy;
    private readonly TimeProvider clock;
    private readonly Func<double> jitter;
    private readonly SemaphoreSlim places;

    internal HttpTransport(SourceDefinition source, HttpClient client, RateGate gate, IWebProxy proxy, TimeProvider clock, Func<double> jitter)
    {
        this.source = source;
        this.client = client;
        this.gate = gate;
        this.proxy = proxy;
        this.clock = clock;
        this.jitter = jitter;
        places = new(source.Limits.AtOnce);
    }

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool Synthetic => false;

    public bool AsksAgain => true;

    public void Heed(CallRate rate) => gate.Heed(rate);

    public async Task<WebAnswer> SendAsync(WebRequest request, CancellationToken cancellationToken)
    {
        // An answer's next_url must not make us ask, and trust, someone else.
        if (!request.Address.Host.Equals(source.Address!.Host, StringComparison.OrdinalIgnoreCase))
        {
            throw new SourceException($"{source.Source} leads on to {request.Address}, which is not on its host {source.Address.Host}. If the source has moved, change 'address' in {source.File}.");
        }

        // Some sources' links say http:// where they were asked by https://.
        if (source.Address.Scheme == Uri.UriSchemeHttps && request.Address.Scheme == Uri.UriSchemeHttp)
        {
            var secure = new UriBuilder(request.Address) { Scheme = Uri.UriSchemeHttps, Port = request.Address.IsDefaultPort ? -1 : request.Address.Port };
            request = request with { Address = secure.Uri };
        }

        await places.WaitAsync(cancellationToken);
        try
        {
            var sending = new Sending(source, client, gate, Proxy(request.Address), clock, jitter, request);
            return await sending.RunAsync(cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    /// <exception cref="InputException">Always: the web has no folders.</exception>
    public IEnumerable<OriginFile> Files(string pattern) => throw new InputException(
        $"Source {source.Source} is files ({pattern}), and was to be fetched from the web. Name their folder with --input DIR.");

    public void Dispose()
    {
        client.Dispose();
        places.Dispose();
    }

    private Uri? Proxy(Uri address) => proxy.IsBypassed(address) || proxy.GetProxy(address) is not { } way || way == address ? null : way;
}
