using System.Text.Json;

namespace Utvardering.Warehouse.Lineage;

/// <summary>Reading DuckDB's parse tree.</summary>
internal static class TreeNodes
{
    public static string Text(this JsonElement node, string property)
        => node.ValueKind == JsonValueKind.Object && node.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    /// <summary>The property where it is there and not null.</summary>
    public static JsonElement? Find(this JsonElement node, string property)
        => node.ValueKind == JsonValueKind.Object && node.TryGetProperty(property, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    public static IEnumerable<JsonElement> Items(this JsonElement node, string property)
        => node.Find(property) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static IReadOnlyList<string> Texts(this JsonElement node, string property) => [.. node.Items(property).Select(item => item.GetString()!)];
}
