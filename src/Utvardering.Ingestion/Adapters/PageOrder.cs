using System.Globalization;
using System.Text.Json;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// Whether Kolada's pages belong together. The list may change between two calls: then rows move from page to page, and come twice or not
/// at all. No page says how long the list is, so this goes by what neighbours share.
/// </summary>
/// <remarks>Holds the keys of one page, however many pages there are.</remarks>
internal sealed class PageOrder(Fetching fetching)
{
    private HashSet<string> before = [];

    /// <param name="values">The page's list.</param>
    /// <exception cref="SourceException">The page does not follow the one before.</exception>
    public void Follow(Uri address, JsonElement page, JsonElement values)
    {
        var items = values.GetArrayLength();
        if (page.TryGetProperty("count", out var count) && count.ValueKind == JsonValueKind.Number && count.GetInt64() != items)
        {
            throw fetching.Changed(string.Create(CultureInfo.InvariantCulture, $"{address} says count {count.GetInt64()} and holds {items}."));
        }

        if (items == 0 && JsonRows.Text(page, "next_url") is { } next)
        {
            throw fetching.Changed($"{address} is empty, and yet {next} is to follow.");
        }

        var keys = values.EnumerateArray().Select(Key).ToHashSet(StringComparer.Ordinal);
        if (keys.FirstOrDefault(before.Contains) is { } twice)
        {
            throw fetching.Changed($"{address} holds {twice}, which stood on the page before.");
        }

        before = keys;
    }

    // Data has kpi, municipality and period; the catalogue has ids.
    private static string Key(JsonElement item) => item.ValueKind == JsonValueKind.Object
        ? JsonRows.Text(item, "id") ?? string.Join(' ', JsonRows.Text(item, "kpi"), JsonRows.Text(item, "municipality"), JsonRows.Text(item, "period"))
        : item.GetRawText();
}
