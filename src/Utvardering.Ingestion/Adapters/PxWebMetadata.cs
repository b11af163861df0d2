using System.Text.Json;
using Utvardering.Ingestion.Sources;

namespace Utvardering.Ingestion.Adapters;

internal static class PxWebMetadata
{
    /// <summary>A variable's codes in the table's order.</summary>
    /// <exception cref="SourceException">The table has no such variable.</exception>
    public static List<string> Codes(SourceDefinition source, string table, JsonElement metadata, string variable)
    {
        if (!metadata.TryGetProperty("dimension", out var dimensions) || !dimensions.TryGetProperty(variable, out var dimension))
        {
            throw new SourceException($"{source.Source}: table {table} has no variable {variable}. Check select in {source.File}.");
        }

        return Codes(dimension);
    }

    /// <summary>json-stat2 gives the codes of a dimension as a list, as code → place, or by the only label.</summary>
    public static List<string> Codes(JsonElement dimension)
    {
        var category = dimension.GetProperty("category");
        if (!category.TryGetProperty("index", out var index))
        {
            return [.. category.GetProperty("label").EnumerateObject().Select(code => code.Name)];
        }

        return index.ValueKind == JsonValueKind.Array
            ? [.. index.EnumerateArray().Select(code => code.GetString() ?? "")]
            : [.. index.EnumerateObject().OrderBy(code => code.Value.GetInt32()).Select(code => code.Name)];
    }
}
