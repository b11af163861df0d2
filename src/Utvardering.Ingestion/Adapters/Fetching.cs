using System.Text.Json;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Transport;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// One retrieval: questions go through the transport, and every answer is landed before it is looked at. What an interrupted retrieval
/// got before is not asked again.
/// </summary>
/// <param name="journal">Null: nothing is remembered of an interrupted retrieval.</param>
internal sealed class Fetching(
    SourceDefinition source,
    ProjectFolder project,
    ISourceTransport transport,
    LandingStore landing,
    AnswerVersions versions,
    FetchJournal? journal,
    IProgress<string>? progress)
{
    private const int NotModified = 304;

    private readonly List<LandedBody> landed = [];

    public SourceDefinition Source => source;

    public ProjectFolder Project => project;

    public DateTimeOffset Now => transport.Now;

    /// <summary>All bodies, also those that only steer the retrieval.</summary>
    public IReadOnlyList<LandedBody> Landed => landed;

    /// <summary>The source's address with a path and query after it.</summary>
    public Uri Address(string rest) => new(source.Address!.AbsoluteUri.TrimEnd('/') + rest);

    /// <summary>A limit on calls that the source states in an answer.</summary>
    public void Heed(CallRate rate) => transport.Heed(rate);

    /// <summary>The parts of a retrieval do not belong together: all has to be asked anew.</summary>
    public SourceException Changed(string what) => new($"{source.Source}: {what} The source's figures changed while they were read.", fault: SourceFault.Changed);

    /// <exception cref="SourceException">No answer came, the status is not 2xx, or the body is not a JSON object.</exception>
    public async Task<(LandedBody Body, JsonElement Json)> AskAsync(WebRequest request, CancellationToken cancellationToken)
    {
        var (body, bytes) = await TakeAsync(request, cancellationToken);
        if (AnswerFaults.NotUtf8(source.Source, request, body.ContentType, bytes) is { } fault)
        {
            throw fault;
        }

        try
        {
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? (body, json.RootElement.Clone())
                : throw new SourceException($"{source.Source} answered {request.Method} {request.Address} with JSON that is no object, but {json.RootElement.ValueKind}.");
        }
        catch (JsonException error)
        {
            throw AnswerFaults.NotJson(source.Source, request, body.ContentType, bytes, error);
        }
    }

    /// <summary>Asks for a body that need not be a JSON object: a list, or text.</summary>
    /// <exception cref="SourceException">No answer came, the status is not 2xx, or a web page came in the place of data.</exception>
    public async Task<(LandedBody Body, byte[] Bytes)> TakeAsync(WebRequest request, CancellationToken cancellationToken)
    {
        if (journal?.Find(request) is { } earlier && landing.Find(request, earlier) is { } kept)
        {
            progress?.Report($"{source.Source}: {request.Method} {request.Address} was answered before the interruption");
            versions.Keep(earlier);
            landed.Add(kept);
            return (kept, await File.ReadAllBytesAsync(kept.File, cancellationToken));
        }

        progress?.Report($"{source.Source}: {request.Method} {request.Address}");
        var (body, bytes, validators) = await SendAsync(request, cancellationToken);
        if (AnswerFaults.IsHtml(body.ContentType, bytes))
        {
            throw AnswerFaults.NotJson(source.Source, request, body.ContentType, bytes, null);
        }

        var held = new HeldAnswer(request.Key, body.Sha256, body.Retrieved, body.Status ?? 200, body.ContentType, validators);
        versions.Keep(held);
        journal?.Add(held);
        return (body, bytes);
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

    private async Task<(LandedBody Body, byte[] Bytes, Validators? Validators)> SendAsync(WebRequest request, CancellationToken cancellationToken)
    {
        if (versions.Find(request) is { } held && landing.Find(request, held) is { } body)
        {
            var answer = await transport.SendAsync(request with { Held = held.Validators }, cancellationToken);
            if (answer.Status == NotModified)
            {
                progress?.Report($"{source.Source}: unchanged since {held.Retrieved:yyyy-MM-dd}");
                body = body with { Retrieved = answer.Retrieved };
                landed.Add(body);
                return (body, File.ReadAllBytes(body.File), answer.Validators ?? held.Validators);
            }

            return Keep(request, answer);
        }

        return Keep(request, await transport.SendAsync(request, cancellationToken));
    }

    private (LandedBody Body, byte[] Bytes, Validators? Validators) Keep(WebRequest request, WebAnswer answer)
    {
        var body = landing.Keep(request, answer);
        landed.Add(body);
        return AnswerFaults.OfStatus(source.Source, request, answer) is { } fault ? throw fault : (body, answer.Body, answer.Validators);
    }
}
