using Utvardering.Ingestion.Sources;

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

    /// <summary>Whether the source itself is asked, day after day, so that it need only be asked for what has changed.</summary>
    bool AsksAgain => false;

    /// <summary>Asks, again where the source's rules allow it, and gives the last answer whatever its status.</summary>
    /// <exception cref="SourceException">No answer came, or the transport has no web.</exception>
    Task<WebAnswer> SendAsync(WebRequest request, CancellationToken cancellationToken);

    /// <summary>A limit that the source states in an answer; kept from now on. A transport that burdens no source has nothing to keep.</summary>
    void Heed(CallRate rate)
    {
    }

    /// <summary>The files that match a pattern such as <c>bra-sol/*.txt</c> (<c>*</c> within a folder, <c>**</c> across), by path.</summary>
    IEnumerable<OriginFile> Files(string pattern);
}
