using System.Globalization;
using System.Text.Json;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Transport;

namespace Utvardering.Ingestion.Adapters;

/// <summary>Kolada's lists come in pages; <c>next_url</c> leads from one to the next.</summary>
internal static class KoladaPages
{
    private const int MostRowsPerPage = 5000;

    public static string PerPage(Fetching fetching) =>
        "per_page=" + (fetching.Source.Limits.PerPage ?? MostRowsPerPage).ToString(CultureInfo.InvariantCulture);

    /// <exception cref="SourceException">A page has no list or leads back to one that was read, or the pages do not belong together.</exception>
    public static async Task<IReadOnlyList<(LandedBody Body, JsonElement Values)>> AskAsync(Fetching fetching, string rest, CancellationToken cancellationToken)
    {
        var pages = new List<(LandedBody, JsonElement)>();
        var seen = new HashSet<Uri>();
        var order = new PageOrder(fetching);
        for (Uri? next = fetching.Address(rest); next is not null;)
        {
            if (!seen.Add(next))
            {
                throw new SourceException($"{fetching.Source.Source}: next_url leads back to {next}, which was read already.");
            }

            var (body, json) = await fetching.AskAsync(WebRequest.Get(next), cancellationToken);
            if (!json.TryGetProperty("values", out var values) || values.ValueKind != JsonValueKind.Array)
            {
                throw new SourceException($"{fetching.Source.Source}: the answer to {next} has no list 'values'.");
            }

            pages.Add((body, values));
            order.Follow(next, json, values);
            next = JsonRows.Text(json, "next_url") is { } address ? Next(fetching, next, address) : null;
        }

        return pages;
    }

    private static Uri Next(Fetching fetching, Uri asked, string link) => Uri.TryCreate(asked, link, out var next) && next.Scheme is "https" or "http"
        ? next
        : throw new SourceException($"{fetching.Source.Source}: next_url of {asked} is '{link}', which is no web address.");
}
