using System.Globalization;
using System.Text.Json;

namespace Utvardering.SampleData.Kolada;

/// <summary>Kolada's envelope: one page of a list, with absolute addresses of its neighbours.</summary>
internal static class KoladaPage
{
    private const int Largest = 5000;

    /// <exception cref="KoladaErrorException">400 when page or page size is not a whole number from 1 up.</exception>
    public static SampleAnswer Of<T>(Address address, string asked, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        var size = Math.Min(Largest, Number(address, "per_page", Largest));
        var page = Number(address, "page", 1);
        // A page far past the end is empty; the product may not overflow.
        var first = (int)Math.Min((long)(page - 1) * size, items.Count);
        var shown = items.Skip(first).Take(size).ToArray();
        return Json.Answer(200, "application/json", json =>
        {
            json.Array("values", shown, item => write(json, item));
            json.WriteString("next_url", first + size < items.Count ? Neighbour(asked, page + 1) : null);
            json.WriteString("previous_url", page > 1 ? Neighbour(asked, page - 1) : null);
            json.WriteNumber("count", shown.Length);
        });
    }

    private static int Number(Address address, string name, int otherwise)
    {
        if (address[name] is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new KoladaErrorException(400, $"{name} should be a whole number from 1 up, not \"{text}\"");
    }

    private static string Neighbour(string asked, int page)
    {
        var parts = asked.Split('?', 2);
        var query = parts.Length == 1 ? [] : parts[1].Split('&').Where(pair => !pair.StartsWith("page=", StringComparison.Ordinal));
        return $"{parts[0]}?{string.Join('&', [.. query, string.Create(CultureInfo.InvariantCulture, $"page={page}")])}";
    }
}
