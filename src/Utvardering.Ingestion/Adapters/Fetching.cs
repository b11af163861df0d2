using System.Text.Json;
using Utvardering.Ingestion.Increments;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Transport;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// One retrieval: questions go through the transport, and every answer is landed before rows are made of it. What an interrupted retrieval
/// got before is not asked again.
/// </summary>
/// <param name="journal">Null: nothing is remembered of an interrupted retrieval.</param>
/// <param name="standing">The last complete retrieval; null: there is none to build upon.</param>
internal sealed class Fetching(
    SourceDefinition source,
    ProjectFolder project,
    ISourceTransport transport,
    LandingStore landing,
    AnswerVersions versions,
    FetchJournal? journal,
    Standing? standing,
    IProgress<string>? progress)
{
    private const int NotModified = 304;

    private readonly List<LandedBody> landed = [];

    // Several bodies may be on their way to the disk; they are noted one after the other, in the order they came.
    private Task last = Task.CompletedTask;

    public SourceDefinition Source => source;

    public ProjectFolder Project => project;

    public DateTimeOffset Now => transport.Now;

    /// <summary>What the retrieval can build upon.</summary>
    public Building Building { get; } = new(source.Increments, standing, transport.Now);

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
        var answer = await AskAheadAsync(request, cancellationToken);
        return (await answer.Landing, answer.Json);
    }

    /// <summary>As <see cref="AskAsync"/>, but gives the answer while it is still being landed, so that the next question need not wait for the disk.</summary>
    /// <inheritdoc cref="AskAsync" path="/exception"/>
    public async Task<AnswerAhead> AskAheadAsync(WebRequest request, CancellationToken cancellationToken)
    {
        var (keeping, bytes, contentType) = await ReceiveAsync(request, cancellationToken);
        try
        {
            return new(Json(request, contentType, bytes), keeping);
        }
        catch (SourceException)
        {
            // What came is kept, whatever it is.
            await keeping;
            throw;
        }
    }

    /// <summary>Asks for a body that need not be a JSON object: a list, or text.</summary>
    /// <exception cref="SourceException">No answer came, the status is not 2xx, or a web page came in the place of data.</exception>
    public async Task<(LandedBody Body, byte[] Bytes)> TakeAsync(WebRequest request, CancellationToken cancellationToken)
    {
        var (keeping, bytes, _) = await ReceiveAsync(request, cancellationToken);
        return (await keeping, bytes);
    }

    /// <summary>Waits until all that came is landed.</summary>
    public async Task SettleAsync() => await Task.WhenAny(last);

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

    private async Task<(Task<LandedBody> Keeping, byte[] Bytes, string? ContentType)> ReceiveAsync(WebRequest request, CancellationToken cancellationToken)
    {
        if (journal?.Find(request) is { } earlier && landing.Find(request, earlier) is { } kept)
        {
            progress?.Report($"{source.Source}: {request.Method} {request.Address} was answered before the interruption");
            versions.Keep(earlier);
            return (Keep(() => kept, body => body), await File.ReadAllBytesAsync(kept.File, cancellationToken), kept.ContentType);
        }

        progress?.Report($"{source.Source}: {request.Method} {request.Address}");
        var held = versions.Find(request);
        var known = held is null ? null : landing.Find(request, held);
        var answer = await transport.SendAsync(known is null ? request : request with { Held = held!.Validators }, cancellationToken);
        if (known is not null && answer.Status == NotModified)
        {
            progress?.Report($"{source.Source}: unchanged since {held!.Retrieved:yyyy-MM-dd}");
            var again = known with { Retrieved = answer.Retrieved };
            return (Keep(() => again, body => Note(request, body, answer.Validators ?? held!.Validators)), await File.ReadAllBytesAsync(again.File, cancellationToken), again.ContentType);
        }

        var fault = AnswerFaults.OfStatus(source.Source, request, answer)
            ?? (AnswerFaults.IsHtml(answer.ContentType, answer.Body) ? AnswerFaults.NotJson(source.Source, request, answer.ContentType, answer.Body, null) : null);
        if (fault is null)
        {
            return (Keep(() => landing.Keep(request, answer), body => Note(request, body, answer.Validators)), answer.Body, answer.ContentType);
        }

        await Keep(() => landing.Keep(request, answer), body => body);
        throw fault;
    }

    /// <summary>Remembers what the question got, for an interruption and for the next time.</summary>
    private LandedBody Note(WebRequest request, LandedBody body, Validators? validators)
    {
        var held = new HeldAnswer(request.Key, body.Sha256, body.Retrieved, body.Status ?? 200, body.ContentType, validators);
        versions.Keep(held);
        journal?.Add(held);
        return body;
    }

    private Task<LandedBody> Keep(Func<LandedBody> land, Func<LandedBody, LandedBody> note)
    {
        var before = last;
        var keeping = Task.Run(async () =>
        {
            var body = land();
            await before;
            landed.Add(note(body));
            return body;
        });
        last = keeping;
        return keeping;
    }

    private JsonElement Json(WebRequest request, string? contentType, byte[] bytes)
    {
        if (AnswerFaults.NotUtf8(source.Source, request, contentType, bytes) is { } fault)
        {
            throw fault;
        }

        try
        {
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? json.RootElement.Clone()
                : throw new SourceException($"{source.Source} answered {request.Method} {request.Address} with JSON that is no object, but {json.RootElement.ValueKind}.");
        }
        catch (JsonException error)
        {
            throw AnswerFaults.NotJson(source.Source, request, contentType, bytes, error);
        }
    }
}
