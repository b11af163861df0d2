namespace Utvardering.Ingestion.Transport;

/// <summary>
/// Where bytes come from: the web, an input folder, a replay, a made-up world. A transport keeps the rate limits, retries and the clock;
/// it never parses.
/// </summary>
public interface ISourceTransport
{
    /// <summary>The time of the transport's world: open year ranges end here.</summary>
    DateTimeOffset Now { get; }

    /// <summary>True when what comes is made up for trials.</summary>
    bool Synthetic { get; }

    /// <summary>Asks once and gives the answer whatever its status.</summary>
    /// <exception cref="SourceException">No answer came, or the transport has no web.</exception>
    Task<WebAnswer> SendAsync(WebRequest request, CancellationToken cancellationToken);

    /// <summary>The files that match a pattern such as <c>bra-sol/*.txt</c> (<c>*</c> within a folder, <c>**</c> across), by path.</summary>
    IEnumerable<OriginFile> Files(string pattern);
}
