using Utvardering.Ingestion.Transport;

namespace Utvardering.Ingestion.Fuzz.Tests.Retrievals;

/// <summary>A web that answers well, but for one answer.</summary>
/// <param name="answer">The good answer to a question.</param>
/// <param name="wrong">The number of the answer that is changed, from 0.</param>
internal sealed class MutatedWeb(Func<WebRequest, byte[]> answer, int wrong, Func<byte[], byte[]> change) : ISourceTransport
{
    // The longest conversation has six questions; a mutant may lead astray once or twice.
    private const int MostQuestions = 60;

    private int asked;

    public DateTimeOffset Now { get; } = new(2024, 6, 1, 4, 15, 0, TimeSpan.Zero);

    public bool Synthetic => false;

    public Task<WebAnswer> SendAsync(WebRequest request, CancellationToken cancellationToken)
    {
        if (asked == MostQuestions)
        {
            throw new TimeoutException($"{MostQuestions} questions and no end, the last {request.Address}.");
        }

        var bytes = answer(request);
        return Task.FromResult(new WebAnswer(200, "application/json", asked++ == wrong ? change(bytes) : bytes, Now));
    }

    public IEnumerable<OriginFile> Files(string pattern) => [];
}
