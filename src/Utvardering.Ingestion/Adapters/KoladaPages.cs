using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Transport;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// Kolada's lists come in pages; <c>next_url</c> leads from one to the next. Pages are landed while the next ones are asked, a few at a
/// time, and let go once they are: no more are in memory, however many there are.
/// </summary>
internal static class KoladaPages
{
    private const int MostRowsPerPage = 5000;

    // A disk syncs several files in little more time than one: the landing of one page must not hold up the next.
    private const int PagesBeingLanded = 8;

    public static string PerPage(Fetching fetching) =>
        "per_page=" + (fetching.Source.Limits.PerPage ?? MostRowsPerPage).ToString(CultureInfo.InvariantCulture);

    /// <exception cref="SourceException">A page has no list or leads back to one that was read, or the pages do not belong together.</exception>
    public static async IAsyncEnumerable<(LandedBody Body, JsonElement Values)> AskAsync(
        Fetching fetching, string rest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var order = new PageOrder(fetching);
        var asked = Follow(fetching, seen, fetching.Address(rest));
        var pages = new Queue<(Task<LandedBody> Landing, JsonElement Values)>();
        for (Uri? next = asked; next is not null;)
        {
            asked = next;
            var page = await fetching.AskAheadAsync(WebRequest.Get(asked), cancellationToken);
            (var values, next) = await LookAsync(fetching, order, seen, asked, page);
            pages.Enqueue((page.Landing, values));
            while (pages.TryPeek(out var first) && (first.Landing.IsCompleted || pages.Count >= PagesBeingLanded || next is null))
            {
                pages.Dequeue();
                yield return (await first.Landing, first.Values);
            }
        }
    }

    /// <summary>The bodies of all pages of a list that can't be empty.</summary>
    /// <inheritdoc cref="AskAsync" path="/exception"/>
    public static async Task<IReadOnlyList<LandedBody>> AskAllAsync(Fetching fetching, string rest, CancellationToken cancellationToken)
    {
        var bodies = new List<LandedBody>();
        var items = 0L;
        await foreach (var (body, values) in AskAsync(fetching, rest, cancellationToken))
        {
            bodies.Add(body);
            items += values.GetArrayLength();
        }

        return items > 0 ? bodies : throw new SourceException($"{fetching.Source.Source} answered {rest} with an empty list.");
    }

    private static async Task<(JsonElement Values, Uri? Next)> LookAsync(Fetching fetching, PageOrder order, HashSet<string> seen, Uri asked, AnswerAhead page)
    {
        try
        {
            if (!page.Json.TryGetProperty("values", out var values) || values.ValueKind != JsonValueKind.Array)
            {
                throw new SourceException($"{fetching.Source.Source}: the answer to {asked} has no list 'values'.");
            }

            order.Follow(asked, page.Json, values);
            return (values, JsonRows.Text(page.Json, "next_url") is { } address ? Follow(fetching, seen, Next(fetching, asked, address)) : null);
        }
        catch (SourceException)
        {
            // What came is kept, whatever it is.
            await page.Landing;
            throw;
        }
    }

    private static Uri Follow(Fetching fetching, HashSet<string> seen, Uri address) => seen.Add(address.AbsoluteUri)
        ? address
        : throw new SourceException($"{fetching.Source.Source}: next_url leads back to {address}, which was read already.");

    private static Uri Next(Fetching fetching, Uri asked, string link) => Uri.TryCreate(asked, link, out var next) && next.Scheme is "https" or "http"
        ? next
        : throw new SourceException($"{fetching.Source.Source}: next_url of {asked} is '{link}', which is no web address.");
}
