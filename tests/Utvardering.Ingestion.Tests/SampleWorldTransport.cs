using Utvardering.Ingestion.Transport;
using Utvardering.SampleData;

namespace Utvardering.Ingestion.Tests;

/// <summary>The sample world as a transport.</summary>
internal sealed class SampleWorldTransport(SampleWorld world) : ISourceTransport
{
    public DateTimeOffset Now => world.RetrievedAt;

    public bool Synthetic => true;

    public Task<WebAnswer> SendAsync(WebRequest request, CancellationToken cancellationToken)
    {
        var answer = world.Get(request.Address.AbsoluteUri, request.JsonBody);
        return Task.FromResult(new WebAnswer(answer.Status, answer.ContentType, answer.Body, Now));
    }

    public IEnumerable<OriginFile> Files(string pattern) =>
        from folder in SampleWorld.Folders
        from file in world.Files(folder)
        let path = $"{folder}/{file.RelativePath}"
        where FilePattern.Matches(pattern, path)
        select new OriginFile(path, Now, () => new MemoryStream(file.Content, writable: false));
}
