using System.Text;
using Utvardering.Ingestion.Transport;

namespace Utvardering.Ingestion.Tests;

/// <summary>A web of a few answers, told in the test, and the questions it was asked.</summary>
internal sealed class Replay(FixedClock clock) : ISourceTransport
{
    private readonly List<(Func<WebRequest, bool> Fits, int Status, Func<WebRequest, string> Body)> answers = [];

    public List<WebRequest> Asked { get; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool Synthetic { get; init; }

    /// <summary>Of the answers to GET it is always UTF-8.</summary>
    public Encoding Encoding { get; init; } = Encoding.UTF8;

    /// <summary>Null: as told with the answer.</summary>
    public int? StatusOfPosts { get; set; }

    public Replay Answers(string endOfAddress, string body, int status = 200)
    {
        answers.Add((request => request.Address.AbsoluteUri.EndsWith(endOfAddress, StringComparison.Ordinal), status, _ => body));
        return this;
    }

    public Replay AnswersAll(string partOfAddress, Func<WebRequest, string> body)
    {
        answers.Add((request => request.Address.AbsoluteUri.Contains(partOfAddress, StringComparison.Ordinal), 200, body));
        return this;
    }

    public Task<WebAnswer> SendAsync(WebRequest request, CancellationToken cancellationToken)
    {
        Asked.Add(request);
        var (_, status, body) = answers.FirstOrDefault(answer => answer.Fits(request));
        return body is null
            ? throw new InvalidOperationException($"The test tells no answer to {request.Address}.")
            : Task.FromResult(request.Method == HttpMethod.Get
                ? new WebAnswer(status, "application/json", Encoding.UTF8.GetBytes(body(request)), Now)
                : new WebAnswer(StatusOfPosts ?? status, "application/json", Encoding.GetBytes(body(request)), Now));
    }

    public IEnumerable<OriginFile> Files(string pattern) => [];
}
