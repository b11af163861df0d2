using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Utvardering.Ingestion.Transport;

/// <summary>Says what is wrong with an answer that is not the JSON that was asked for.</summary>
internal static partial class AnswerFaults
{
    private const int Shown = 300;

    /// <summary>Statuses that pass by themselves: time-outs, too many calls, a server that is down.</summary>
    public static bool IsTransient(int status) => status is 408 or 425 or 429 or 500 or 502 or 503 or 504;

    /// <summary>The fault of an error status; null for 2xx.</summary>
    public static SourceException? OfStatus(string source, WebRequest request, WebAnswer answer) => answer.Status is >= 200 and <= 299
        ? null
        : new($"{source} answered with status {answer.Status} to {request.Method} {request.Address}. {Remedy(answer)} The answer: {Describe(answer.ContentType, answer.Body)}",
            fault: IsTransient(answer.Status) ? SourceFault.Transient : SourceFault.Refused) { NotBefore = answer.NotBefore };

    /// <summary>The fault of an answer that is a page for people, or can't be read as JSON.</summary>
    public static SourceException NotJson(string source, WebRequest request, string? contentType, byte[] body, Exception? inner) => new(
        $"{source} answered {request.Method} {request.Address} with something that is not JSON: {Describe(contentType, body)}", inner);

    /// <summary>JSON is UTF-8 by its standard, whatever the answer's head says.</summary>
    /// <returns>Null when it is.</returns>
    public static SourceException? NotUtf8(string source, WebRequest request, string? contentType, byte[] body)
    {
        if (Utf8.IsValid(body))
        {
            return null;
        }

        var place = FirstFault(body).ToString(CultureInfo.InvariantCulture);
        return new($"{source} answered {request.Method} {request.Address} in another encoding than UTF-8 (it says '{contentType}'; byte {place} can't be UTF-8). " +
            "Letters such as å, ä, ö would be lost, so it was not taken in. Tell the source, or whoever runs the proxy in between.");
    }

    private static string Remedy(WebAnswer answer) => answer.Status switch
    {
        407 => "The proxy between wants a name and a password: set them in the environment variable HTTPS_PROXY, or ask whoever runs it.",
        401 or 403 => "The source, or a filter between, does not let us in: open the address in a browser on this machine, and see who refuses.",
        404 or 410 => "There is nothing at the address any more: see the source's documentation for its new place.",
        429 => "We asked too often. Wait, and lower the source's limits in its file under pipelines/sources if it comes back." + Until(answer),
        var status when IsTransient(status) => "The source can't answer at the moment: run again later." + Until(answer),
        _ => "The source did not accept the question: see its documentation for a change.",
    };

    private static string Until(WebAnswer answer) => answer.NotBefore is { } time
        ? string.Create(CultureInfo.InvariantCulture, $" It asks to be left alone until {time.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.")
        : "";

    /// <summary>Whether a page for people came in the place of data.</summary>
    public static bool IsHtml(string? contentType, byte[] body) =>
        contentType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true || HtmlStart().IsMatch(Beginning(body));

    private static string Beginning(byte[] body) => Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 1 << 12)));

    private static string Describe(string? contentType, byte[] body)
    {
        var text = Beginning(body);
        if (body.Length == 0)
        {
            return "it is empty.";
        }

        return IsHtml(contentType, body)
            ? $"it is an HTML page titled '{Title(text)}', not JSON: probably a proxy, a login or a maintenance page. Open the address in a browser on this machine to see which."
            : $"({contentType ?? "no type"}) {text[..Math.Min(text.Length, Shown)]}";
    }

    private static string Title(string html) => PageTitle().Match(html) is { Success: true } title
        ? WebUtility.HtmlDecode(Blanks().Replace(title.Groups[1].Value, " ").Trim())
        : "";

    private static int FirstFault(byte[] body)
    {
        var rest = body.AsSpan();
        while (Rune.DecodeFromUtf8(rest, out _, out var read) == System.Buffers.OperationStatus.Done)
        {
            rest = rest[read..];
        }

        return body.Length - rest.Length;
    }

    [GeneratedRegex(@"^\uFEFF?\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex HtmlStart();

    [GeneratedRegex(@"<title[^>]*>(.{0,200}?)</title>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex PageTitle();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
