using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Schemas;

/// <summary>
/// Reads a Frictionless table schema with two properties of our own: <c>codeList</c> on a field (a file of <c>data-schema/codelists</c>)
/// and <c>checks</c> on the schema (rules across fields).
/// </summary>
/// <seealso href="https://datapackage.org/standard/table-schema/"/>
public static class SchemaReader
{
    private const string Registry = "municipalities";

    /// <exception cref="InputException">There is no such schema, or it says something this program does not know.</exception>
    public static DatasetSchema Read(ProjectFolder project, string dataset)
    {
        var file = project.Schema(dataset);
        if (!File.Exists(file))
        {
            throw new InputException($"There is no schema for dataset '{dataset}': {file} does not exist.");
        }

        try
        {
            var json = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            return new(
                dataset,
                [.. json["fields"]!.AsArray().Select(field => Field(project, field!.AsObject()))],
                [.. json["primaryKey"]!.AsArray().Select(name => (string)name!)],
                [.. (json["foreignKeys"]?.AsArray() ?? []).Select(key => ForeignKey(key!.AsObject()))],
                [.. (json["checks"]?.AsArray() ?? []).Select(check => Check(check!.AsObject()))],
                json);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            throw new InputException($"{file} can't be read as a table schema: {error.Message}", error);
        }
    }

    private static SchemaField Field(ProjectFolder project, JsonObject field)
    {
        var name = (string)field["name"]!;
        var constraints = field["constraints"]?.AsObject() ?? [];
        var unknown = constraints.Select(constraint => constraint.Key)
            .Except(["required", "pattern", "minimum", "maximum", "enum"])
            .FirstOrDefault();
        if (unknown is not null)
        {
            throw new FormatException($"field '{name}' has the constraint '{unknown}', which is not checked here. Remove it or write it as one of checks.");
        }

        return new(
            name,
            Type(name, (string)field["type"]!),
            (bool?)constraints["required"] ?? false,
            (string?)constraints["pattern"],
            AsText(constraints["minimum"]),
            AsText(constraints["maximum"]),
            Codes(project, field, constraints));
    }

    private static FieldType Type(string field, string type) => type switch
    {
        "string" => FieldType.Text,
        "integer" => FieldType.WholeNumber,
        "number" => FieldType.Number,
        "date" => FieldType.Date,
        "year" => FieldType.Year,
        _ => throw new FormatException($"field '{field}' has type '{type}'; known are string, integer, number, date and year."),
    };

    private static List<string>? Codes(ProjectFolder project, JsonObject field, JsonObject constraints)
    {
        if ((string?)field["codeList"] is { } list)
        {
            return [.. CodeList.Read(project, list).Codes];
        }

        return constraints["enum"] is { } codes ? [.. codes.AsArray().Select(code => (string)code!)] : null;
    }

    private static string ForeignKey(JsonObject key)
    {
        var field = (string?)key["fields"]!.AsArray().Single();
        return (string?)key["reference"]?["resource"] == Registry
            ? field!
            : throw new FormatException($"the foreign key on '{field}' refers to another resource than '{Registry}', the only one there is.");
    }

    private static RowCheck Check(JsonObject check) => new(
        (string)check["rule"]!,
        (string)check["field"]!,
        (string)check["sql"]!,
        Bilingual(check["message"]!),
        Bilingual(check["remedy"]!));

    private static LocalText Bilingual(JsonNode text) => new((string)text["sv"]!, (string)text["en"]!);

    private static string? AsText(JsonNode? value) => value switch
    {
        null => null,
        JsonValue number when number.TryGetValue<decimal>(out var limit) => limit.ToString(CultureInfo.InvariantCulture),
        _ => (string)value!,
    };
}
