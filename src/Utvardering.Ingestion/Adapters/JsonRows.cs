using System.Text.Json;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Staging;

namespace Utvardering.Ingestion.Adapters;

/// <summary>Rows out of a landed JSON body; a body of another form becomes a problem instead of an exception.</summary>
internal static class JsonRows
{
    /// <summary>Bodies one after the other: one is in memory, however many there are.</summary>
    public static void Stage(StagedRows staged, IEnumerable<LandedBody> bodies, Func<LandedBody, JsonElement, IEnumerable<IReadOnlyList<string?>>> read) =>
        staged.Append(bodies.SelectMany(body => Rows(staged, body, read).Select((cells, index) => (body, index + 1L, cells))));

    /// <summary>Reads bodies that others are understood by; no rows come from them.</summary>
    public static void Read(StagedRows staged, IEnumerable<LandedBody> bodies, Action<LandedBody, JsonElement> read)
    {
        foreach (var body in bodies)
        {
            Guarded(staged, body, json =>
            {
                read(body, json);
                return true;
            });
        }
    }

    private static IReadOnlyList<IReadOnlyList<string?>> Rows(StagedRows staged, LandedBody body, Func<LandedBody, JsonElement, IEnumerable<IReadOnlyList<string?>>> read) => Guarded(staged, body, json =>
    {
        IReadOnlyList<IReadOnlyList<string?>> rows = [.. read(body, json)];

        // Written \u0000, and no column can hold it.
        return rows.Any(cells => cells.Any(cell => cell?.Contains('\0', StringComparison.Ordinal) == true)) ? throw new FormatException("a text holds the character NUL") : rows;
    }) ?? [];

    private static T? Guarded<T>(StagedRows staged, LandedBody body, Func<JsonElement, T> read)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(body.File));
            return read(json.RootElement);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            staged.Problems.Add(body, FileProblems.NotAsExpected(error.Message));
            return default;
        }
    }

    /// <summary>A property's text, a number as it is written; null for null, an empty text and an absent property.</summary>
    public static string? Text(JsonElement item, string property) => !item.TryGetProperty(property, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
        _ => value.GetRawText(),
    };
}
