using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using Utvardering.Ingestion.Sources;

namespace Utvardering.Ingestion.Transport.Http;

/// <summary>Tells the ways apart in which no whole answer comes, and says of each what to do.</summary>
internal static class HttpFaults
{
    /// <summary>Whether the failure is the web's, and not ours.</summary>
    public static bool Knows(Exception error) =>
        error is HttpRequestException or IOException or InvalidDataException or OperationCanceledException { InnerException: TimeoutException };

    public static SourceException Explain(Attempt attempt, SourcePatience patience, Exception error) => error switch
    {
        OperationCanceledException => Transient(attempt, $"no connection to {Far(attempt)} within {Seconds(patience.Connect)}. A firewall may swallow the question, or the source is down: run again later, and ask your network's administrator if it stays so", error),
        InvalidDataException => Transient(attempt, "the answer is packed (gzip or Brotli) and can't be unpacked: it came damaged. Run again later", error),
        HttpRequestException request => OfRequest(attempt, request),
        _ => Cut(attempt, error),
    };

    public static SourceException TooSlow(Attempt attempt, TimeSpan limit, Exception error) => Transient(
        attempt,
        attempt.Status is null
            ? $"no answer began within {Seconds(limit)}. The source is overloaded or down: run again later, or raise patience.answerSeconds in the source's file"
            : $"the answer came too slowly: {Bytes(attempt)} in {Seconds(limit)}. Run again later, or raise patience.answerSeconds in the source's file",
        error);

    public static SourceException TooLarge(Attempt attempt, int megabytes) => new(Sentence(
        attempt, $"the answer is larger than {megabytes} MiB, the most that is taken. If it should be so large, raise limits.mostMegabytes in the source's file"));

    public static SourceException SentOn(Attempt attempt, Uri? to) => new(
        Sentence(attempt, $"status {attempt.Status}: we are sent on, last to {to?.ToString() ?? "nowhere"}, in a circle or too many times. Open the address in a browser, and change 'address' in the source's file if it has moved"),
        fault: SourceFault.Refused);

    private static SourceException OfRequest(Attempt attempt, HttpRequestException error) => error.HttpRequestError switch
    {
        HttpRequestError.SecureConnectionError when Inner<AuthenticationException>(error) is { } secure => Refused(
            attempt, $"no secure connection (TLS) to {Far(attempt)}: {secure.Message.TrimEnd('.')}. If your network opens secure connections to inspect them, its root certificate has to be trusted on this machine; else the source's certificate is wrong, and nothing it says is to be trusted", error),
        HttpRequestError.SecureConnectionError => Transient(attempt, $"{Far(attempt)} broke off while the secure connection (TLS) was made. Run again later", error),
        HttpRequestError.ProxyTunnelError when (int?)error.StatusCode == 407 => Refused(attempt, $"the proxy {Far(attempt)} wants a name and a password (407): set them in the environment variable HTTPS_PROXY, or ask whoever runs it", error),
        HttpRequestError.ProxyTunnelError when (int?)error.StatusCode is not { } status || AnswerFaults.IsTransient(status) => Transient(attempt, $"the proxy {Far(attempt)} could not reach {attempt.Address.Host}{Status(error)}. Run again later", error),
        HttpRequestError.ProxyTunnelError => Refused(attempt, $"the proxy {Far(attempt)} does not let us through to {attempt.Address.Host}{Status(error)}. Ask whoever runs it to allow that host", error),
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError => Transient(attempt, Connection(attempt, error), error),
        HttpRequestError.InvalidResponse => new(Sentence(attempt, $"{Far(attempt)} answers, but not in HTTP. See that the address and its port are right"), error),
        _ => Cut(attempt, error),
    };

    private static string Connection(Attempt attempt, HttpRequestException error) => Inner<SocketException>(error)?.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData =>
            $"the name of {Far(attempt)} can't be found (DNS). See that this machine is on the network, and that the name is spelt right",
        SocketError.ConnectionRefused => $"{Far(attempt)} refused the connection: nothing listens there. The source is down, or the address or its port is wrong",
        SocketError.NetworkUnreachable or SocketError.HostUnreachable => $"there is no way to {Far(attempt)}. See that this machine is on the network",
        _ => $"no connection to {Far(attempt)}: {error.Message.TrimEnd('.')}. Run again later",
    };

    private static SourceException Cut(Attempt attempt, Exception error) => Transient(
        attempt,
        attempt.Status is null
            ? "the connection was closed before an answer began. Run again later"
            : $"the answer broke off after {Bytes(attempt)}. Run again later",
        error);

    private static SourceException Transient(Attempt attempt, string what, Exception error) => new(Sentence(attempt, what), error, SourceFault.Transient);

    private static SourceException Refused(Attempt attempt, string what, Exception error) => new(Sentence(attempt, what), error, SourceFault.Refused);

    private static string Sentence(Attempt attempt, string what) =>
        $"{attempt.Source} was asked {attempt.Method} {attempt.Address}{(attempt.Number > 1 ? $" {attempt.Number} times" : "")}: {what}.";

    // With a proxy, the far end of our connection is the proxy.
    private static string Far(Attempt attempt) => attempt.Proxy is { } proxy
        ? $"{proxy.Host}:{proxy.Port} (the proxy of this machine's settings)"
        : $"{attempt.Address.Host}:{attempt.Address.Port}";

    private static string Bytes(Attempt attempt) => attempt.Promised is { } promised
        ? string.Create(CultureInfo.InvariantCulture, $"{attempt.Bytes} of {promised} bytes")
        : string.Create(CultureInfo.InvariantCulture, $"{attempt.Bytes} bytes");

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");

    private static string Status(HttpRequestException error) => error.StatusCode is { } status
        ? string.Create(CultureInfo.InvariantCulture, $" (status {(int)status})")
        : "";

    private static T? Inner<T>(Exception error)
        where T : Exception
    {
        for (var inner = error.InnerException; inner is not null; inner = inner.InnerException)
        {
            if (inner is T found)
            {
                return found;
            }
        }

        return null;
    }
}
