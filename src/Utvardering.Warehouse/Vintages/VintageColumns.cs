using System.Text.Json.Nodes;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Warehouse.Vintages;

/// <summary>What the table schema in a vintage's data package says of its columns.</summary>
internal sealed class VintageColumns
{
    private readonly JsonObject schema;

    public VintageColumns(DataPackage package)
    {
        schema = package.Resources[0].Schema;
        Types = (schema["fields"]?.AsArray() ?? [])
            .Select(field => (Name: (string)field!["name"]!, Type: (string?)field["type"] ?? "string"))
            .Where(field => field.Name is not ("landing_sha256" or "landing_row"))
            .ToDictionary(field => field.Name, field => field.Type, StringComparer.Ordinal);
        Key = Names(schema["primaryKey"] ?? schema["uniqueKeys"]?[0]);
    }

    /// <summary>Content columns and their Frictionless types, in the schema's order.</summary>
    public IReadOnlyDictionary<string, string> Types { get; }

    /// <summary>The key: as <c>primaryKey</c>, or as <c>uniqueKeys</c> where a field of it may be empty.</summary>
    public IReadOnlyList<string> Key { get; }

    /// <summary>The first two fields of the key that name no entry of a registry: indicator and year, say, and not the municipality.</summary>
    public IReadOnlyList<string> DefaultGroups
    {
        get
        {
            var registered = (schema["foreignKeys"]?.AsArray() ?? []).SelectMany(key => Names(key!["fields"]))
                .Concat((schema["fields"]?.AsArray() ?? []).Where(column => column!["registry"] is not null).Select(column => (string)column!["name"]!))
                .ToHashSet(StringComparer.Ordinal);
            return [.. Key.Where(column => !registered.Contains(column)).Take(2)];
        }
    }

    public bool IsNumeric(string column) => Types.GetValueOrDefault(column) is "integer" or "number";

    public bool IsDate(string column) => Types.GetValueOrDefault(column) == "date";

    private static IReadOnlyList<string> Names(JsonNode? names) => names switch
    {
        null => [],
        JsonArray list => [.. list.Select(name => (string)name!)],
        _ => [(string)names!],
    };
}
