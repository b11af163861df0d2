using System.Text.Json;
using System.Text.Json.Nodes;

namespace Utvardering.Ingestion.Tests.DataPackages;

/// <summary>The rules of Table Schema v2, each broken one told.</summary>
/// <seealso href="https://datapackage.org/standard/table-schema/"/>
internal static class TableSchemaRules
{
    private static readonly string[] Types =
    [
        "string", "number", "integer", "boolean", "object", "array", "list", "datetime", "date", "time", "year", "yearmonth", "duration", "geopoint", "geojson", "any",
    ];

    private static readonly Dictionary<string, string[]> Constraints = new()
    {
        ["string"] = ["required", "unique", "minLength", "maxLength", "pattern", "enum"],
        ["integer"] = ["required", "unique", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "pattern", "enum"],
        ["number"] = ["required", "unique", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "pattern", "enum"],
        ["date"] = ["required", "unique", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "pattern", "enum"],
        ["year"] = ["required", "unique", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "pattern", "enum"],
    };

    public static IEnumerable<string> Broken(JsonObject schema, IReadOnlyList<string?> resources)
    {
        if ((string?)schema["$schema"] != "https://datapackage.org/profiles/2.0/tableschema.json") yield return "schema $schema is not that of v2";
        if (schema["fields"] is not JsonArray { Count: > 0 } fields)
        {
            yield return "no fields";
            yield break;
        }

        var names = fields.Select(field => (string?)field!["name"]).ToList();
        if (names.Any(string.IsNullOrEmpty) || names.Distinct().Count() != names.Count) yield return "field names are missing or repeated";
        foreach (var fault in fields.SelectMany(field => Field(field!.AsObject())).Concat(MissingValues(schema["missingValues"], "schema"))) yield return fault;
        foreach (var fault in Keys(schema, fields, names, resources)) yield return fault;
    }

    private static IEnumerable<string> Field(JsonObject field)
    {
        var (name, type) = ((string)field["name"]!, (string)field["type"]!);
        if (!Types.Contains(type)) yield return $"{name}: type {type}";
        foreach (var constraint in field["constraints"]?.AsObject() ?? [])
        {
            if (!Constraints[type].Contains(constraint.Key)) yield return $"{name}: a {type} has no constraint {constraint.Key}";
            if (constraint is { Key: "enum", Value: not JsonArray { Count: > 0 } }) yield return $"{name}: empty enum";
        }

        foreach (var fault in MissingValues(field["missingValues"], name)) yield return fault;
        if (field["categories"] is not { } categories) yield break;
        if (type is not ("string" or "integer")) yield return $"{name}: a {type} has no categories";
        var values = categories.AsArray().Select(category => category is JsonObject labelled ? labelled["value"] : category).ToList();
        if (values.Count == 0 || values.Any(value => value is null) || values.Select(value => value!.ToJsonString()).Distinct().Count() != values.Count) yield return $"{name}: categories are empty or repeated";
        if (categories.AsArray().OfType<JsonObject>().Any(category => category["label"]?.GetValueKind() is not JsonValueKind.String)) yield return $"{name}: a label is no text";
    }

    private static IEnumerable<string> MissingValues(JsonNode? missing, string place)
    {
        if (missing is null) yield break;
        var items = missing.AsArray();
        if (items.Any(item => item is JsonObject) && items.Any(item => item is not JsonObject)) yield return $"{place}: missingValues mix texts and labelled ones";
        var values = items.Select(item => item is JsonObject labelled ? labelled["value"] : item).ToList();
        if (values.Any(value => value?.GetValueKind() is not JsonValueKind.String)) yield return $"{place}: a missing value is no text";
        if (values.Select(value => (string)value!).Distinct().Count() != values.Count) yield return $"{place}: missing values are repeated";
    }

    private static IEnumerable<string> Keys(JsonObject schema, JsonArray fields, List<string?> names, IReadOnlyList<string?> resources)
    {
        var primary = schema["primaryKey"] is JsonArray key ? key.Select(name => (string)name!).ToList() : [];
        if (primary.Any(name => !names.Contains(name))) yield return "primaryKey names no field";
        if (fields.Any(field => primary.Contains((string)field!["name"]!) && (bool?)field["constraints"]?["required"] != true)) yield return "a field of the primaryKey may be empty";
        foreach (var unique in schema["uniqueKeys"]?.AsArray() ?? [])
        {
            if (unique is not JsonArray { Count: > 0 } columns || columns.Any(name => !names.Contains((string)name!))) yield return "uniqueKeys names no field";
        }

        foreach (var foreign in schema["foreignKeys"]?.AsArray() ?? [])
        {
            if (foreign!["reference"]?["resource"] is { } resource && !resources.Contains((string)resource!)) yield return $"foreignKeys lead to '{resource}', which is not in the package";
        }
    }
}
