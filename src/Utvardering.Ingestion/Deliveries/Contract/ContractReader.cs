using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Utvardering.Ingestion.Schemas;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Deliveries.Contract;

/// <summary>
/// Reads the contract that a dataset's schema holds: <c>delivery</c> on the schema, and on each field <c>heading</c>, <c>titleSv</c>,
/// <c>descriptionSv</c>, <c>example</c>, <c>form</c>, <c>mayBeAbsent</c> and <c>freeText</c>. The contract says of its rows whether they are
/// <c>groups</c> or <c>persons</c>; persons with the <c>quasiIdentifiers</c> that tell them apart and <c>k</c>, the fewest who share them.
/// </summary>
public static class ContractReader
{
    private const int FewestPersons = 5;

    private static readonly ConditionalWeakTable<DatasetSchema, DeliveryContract> Known = [];

    /// <summary>The datasets that have a contract, by name.</summary>
    public static IReadOnlyList<string> Datasets(ProjectFolder project) =>
        [.. Directory.EnumerateFiles(Path.Combine(project.Root, "data-schema"), "schema.json", SearchOption.AllDirectories)
            .Where(file => JsonNode.Parse(File.ReadAllText(file))?["delivery"] is not null)
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!))
            .Order(StringComparer.Ordinal)];

    /// <summary>The contract of a schema; read once for each schema that was read.</summary>
    /// <exception cref="InputException">The dataset has no contract, or it can't be read.</exception>
    public static DeliveryContract Read(ProjectFolder project, DatasetSchema schema) => Known.GetValue(schema, unread => ReadNew(project, unread));

    private static DeliveryContract ReadNew(ProjectFolder project, DatasetSchema schema)
    {
        var file = project.Schema(schema.Dataset);
        if (schema.Json["delivery"] is not JsonObject delivery)
        {
            throw new InputException($"Dataset '{schema.Dataset}' has no contract: {file} lacks 'delivery'. Add it, or give the source the origin published.");
        }

        try
        {
            var fields = schema.Json["fields"]!.AsArray().Select(field => field!.AsObject()).ToList();
            var columns = schema.Fields.Zip(fields, (field, json) => Column(project, field, json)).ToList();
            var (quasi, k) = Rows(schema, delivery, columns);
            return new(
                schema.Dataset,
                new((string)delivery["titleSv"]!, (string)schema.Json["title"]!),
                [.. delivery["aboutSv"]!.AsArray().Select(text => (string)text!)],
                (string)delivery["folder"]!,
                columns,
                [.. schema.Checks.Select(check => new LocalText($"{check.Message.Sv} {check.Remedy.Sv}", $"{check.Message.En} {check.Remedy.En}"))],
                quasi,
                k,
                Version(schema, columns));
        }
        catch (Exception error) when (error is InvalidOperationException or NullReferenceException or ArgumentNullException or FormatException or JsonException)
        {
            throw new InputException($"The contract in {file} can't be read: {error.Message}", error);
        }
    }

    private static (IReadOnlyList<string> QuasiIdentifiers, int SmallestGroup) Rows(DatasetSchema schema, JsonObject delivery, List<ContractColumn> columns)
    {
        List<string> named = [.. (delivery["quasiIdentifiers"]?.AsArray() ?? []).Select(field => (string)field!)];
        var k = (int?)delivery["k"];
        if ((string?)delivery["rows"] == "groups")
        {
            return named.Count == 0 && k is null
                ? ([], FewestPersons)
                : throw new FormatException("'rows' are groups, and 'quasiIdentifiers' and 'k' are for rows that are persons. Remove them, or say that rows are persons.");
        }

        return (string?)delivery["rows"] != "persons" ? throw new FormatException("'rows' of 'delivery' must say groups (each row counts several) or persons (each row is one).")
            : named.Count == 0 ? throw new FormatException("'rows' are persons, and no 'quasiIdentifiers' say by which fields someone could be recognised.")
            : named.Except(schema.FieldNames).FirstOrDefault() is { } unknown ? throw new FormatException($"'quasiIdentifiers' names '{unknown}', which is no field.")
            : k is null or < FewestPersons ? throw new FormatException($"'rows' are persons: 'k' must be {FewestPersons} or more, and is {(k is null ? "missing" : k)}.")
            // Else the five persons of a group would be one row that came five times.
            : !schema.PrimaryKey.Except(named).Any() ? throw new FormatException("'rows' are persons: the primary key must have a field that is no quasi-identifier, such as a running number, to keep persons of one group apart.")
            : ([.. named.Select(name => columns.Single(column => column.Field.Name == name).Heading)], k.Value);
    }

    private static string Version(DatasetSchema schema, List<ContractColumn> columns)
    {
        var all = columns.SelectMany(column => column.Codes?.Forms ?? []).Prepend(schema.Json.ToJsonString());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', all))))[..16];
    }

    private static ContractColumn Column(ProjectFolder project, SchemaField field, JsonObject json)
    {
        var form = Form(field, json);
        return new(
            field,
            Text(json, "heading"),
            new(Text(json, "titleSv"), Text(json, "title")),
            new(Text(json, "descriptionSv"), Text(json, "description")),
            Text(json, "example"),
            form,
            form switch
            {
                ColumnForm.Code => CodeOptions.Of(CodeList.Read(project, Text(json, "codeList"))),
                ColumnForm.Municipality => CodeOptions.OfMunicipalities(CodeList.Municipalities(project)),
                _ => null,
            },
            (bool?)json["mayBeAbsent"] ?? false,
            (bool?)json["freeText"] ?? false);
    }

    private static ColumnForm Form(SchemaField field, JsonObject json) => ((string?)json["form"], field.Type) switch
    {
        ("municipality", FieldType.Text) => ColumnForm.Municipality,
        ("quarter", FieldType.Date) => ColumnForm.Quarter,
        ("month", FieldType.Date) => ColumnForm.Month,
        (null, FieldType.WholeNumber) => ColumnForm.WholeNumber,
        (null, FieldType.Number) => ColumnForm.Number,
        (null, FieldType.Text) => json["codeList"] is null ? ColumnForm.Text : ColumnForm.Code,
        var (form, type) => throw new FormatException($"field '{field.Name}' of type {type} has the form '{form}'; known are municipality for string, quarter and month for date."),
    };

    private static string Text(JsonObject json, string property) => (string?)json[property]
        ?? throw new FormatException($"field '{json["name"]}' lacks '{property}'.");
}
