using Utvardering.Ingestion.Transport;

namespace Utvardering.Ingestion.Deliveries.Gate;

/// <summary>A transport whose files come through the personal-data gate: refused ones are not there for those who land and read.</summary>
internal sealed class GatedTransport(ISourceTransport transport, DeliveryGate gate) : ISourceTransport
{
    public DateTimeOffset Now => transport.Now;

    public bool Synthetic => transport.Synthetic;

    /// <exception cref="NotSupportedException">Always: what a municipality delivers comes as files.</exception>
    public Task<WebAnswer> SendAsync(WebRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Deliveries come as files; a delivered source asks no address.");

    public IEnumerable<OriginFile> Files(string pattern) => transport.Files(pattern).Select(gate.Pass).OfType<OriginFile>();
}
