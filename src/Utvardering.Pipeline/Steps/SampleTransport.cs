using Utvardering.Ingestion.Transport;
using Utvardering.SampleData;

namespace Utvardering.Pipeline.Steps;

/// <summary>The made-up world as a transport: it answers as the real sources would have on its day.</summary>
internal sealed class SampleTransport(SampleWorld world) : ISourceTransport
{
    public DateTimeOffset Now => world.RetrievedAt;

    public bool Synthetic => true;

    public Task<WebAnswer> SendAsync(WebRequest request, CancellationToken cancellationToken)
    {
        var answer = world.Get(request.Address.AbsoluteUri, request.JsonBody);
        return Task.FromResult(new WebAnswer(answer.Status, answer.ContentType, answer.Body, world.RetrievedAt));
    }

    public IEnumerable<OriginFile> Files(string pattern)
    {
        var folder = pattern.Split('/')[0];
        return world.Files(folder)
            .Select(file => (Path: $"{folder}/{file.RelativePath}", file.Content))
            .Where(file => FilePattern.Matches(pattern, file.Path))
            .Select(file => new OriginFile(file.Path, world.RetrievedAt, () => new MemoryStream(file.Content, writable: false)));
    }
}
