using System.Globalization;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Sources;

/// <summary><c>2015-</c>, <c>2015-2024</c> or <c>2015</c>, ends included.</summary>
/// <param name="Last">Null: up to the year of the retrieval.</param>
public sealed record YearRange(int First, int? Last)
{
    public IReadOnlyList<int> Until(int year) => [.. Enumerable.Range(First, Math.Max(0, Math.Min(Last ?? year, year) - First + 1))];

    internal static YearRange Read(SettingsNode map, string key)
    {
        var text = map[key].Text();
        return text.Split('-') switch
        {
            [var only] when Year(only) is { } year => new(year, year),
            [var first, ""] when Year(first) is { } from => new(from, null),
            [var first, var last] when Year(first) is { } from && Year(last) is { } to && from <= to => new(from, to),
            _ => throw map[key].Fault($"is '{text}', which is no range of years such as 2015-, 2015-2024 or 2015"),
        };
    }

    private static int? Year(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}
