using System.Text;
using System.Text.Json;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Transport;

namespace Utvardering.Ingestion.Adapters;

/// <summary>One retrieval: questions go through the transport, and every answer is landed before it is looked at.</summary>
internal sealed class Fetching(SourceDefinition source, ProjectFolder project, ISourceTransport transport, LandingStore landing, IProgress<string>? progress)
{
    private readonly List<LandedBody> landed = [];

    public SourceDefinition Source => source;

    public ProjectFolder Project => project;

    public DateTimeOffset Now => transport.Now;

    /// <summary>All bodies, also those that only steer the retrieval.</summary>
    public IReadOnlyList<LandedBody> Landed => landed;

    /// <summary>The source's address with a path and query after it.</summary>
    public Uri Address(string rest) => new(source.Address!.AbsoluteUri.TrimEnd('/') + rest);

    /// <exception cref="SourceException">The status is not 2xx, or the body is not a JSON object.</exception>
    public async Task<(LandedBody Body, JsonElement Json)> AskAsync(WebRequest request, CancellationToken cancellationToken)
    {
        progress?.Report($"{source.Source}: {request.Method} {request.Address}");
        var answer = await transport.SendAsync(request, cancellationToken);
        var body = landing.Keep(request, answer);
        landed.Add(body);
        if (answer.Status is < 200 or > 299)
        {
            throw new SourceException($"{source.Source} answered with status {answer.Status} to {request.Method} {request.Address}: {Beginning(answer)}");
        }

        try
        {
            using var json = JsonDocument.Parse(answer.Body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? (body, json.RootElement.Clone())
                : throw new SourceException($"{source.Source} answered {request.Method} {request.Address} with JSON that is no object: {Beginning(answer)}");
        }
        catch (JsonException error)
        {
            throw new SourceException($"{source.Source} answered {request.Method} {request.Address} with something that is not JSON ({answer.ContentType}): {Beginning(answer)}", error);
        }
    }

    /// <summary>Asks for a body that is no JSON object: a list, or text.</summary>
    /// <exception cref="SourceException">The status is not 2xx, or a web page came in the place of data.</exception>
    public async Task<(LandedBody Body, byte[] Bytes)> TakeAsync(WebRequest request, CancellationToken cancellationToken)
    {
        progress?.Report($"{source.Source}: {request.Method} {request.Address}");
        var answer = await transport.SendAsync(request, cancellationToken);
        var body = landing.Keep(request, answer);
        landed.Add(body);
        if (Staging.WebPage.Title(answer.Body) is { } title)
        {
            throw new SourceException($"{source.Source} answered {request.Method} {request.Address} with a web page (status {answer.Status}) titled '{title}', not with data. A proxy on the way may have answered in its place.");
        }

        return answer.Status is >= 200 and <= 299
            ? (body, answer.Body)
            : throw new SourceException($"{source.Source} answered with status {answer.Status} to {request.Method} {request.Address}: {Beginning(answer)}");
    }

    /// <summary>Lands all files of the source.</summary>
    public IReadOnlyList<LandedBody> TakeFiles()
    {
        foreach (var file in source.Files.SelectMany(transport.Files).DistinctBy(file => file.RelativePath))
        {
            progress?.Report($"{source.Source}: {file.RelativePath}");
            landed.Add(landing.Keep(file));
        }

        return landed;
    }

    private static string Beginning(WebAnswer answer) => Encoding.UTF8.GetString(answer.Body.AsSpan(0, Math.Min(300, answer.Body.Length)));
}
