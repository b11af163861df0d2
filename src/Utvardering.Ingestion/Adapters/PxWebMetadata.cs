using System.Text.Json;
using Utvardering.Ingestion.Sources;

namespace Utvardering.Ingestion.Adapters;

/// <summary>A PxWeb table's variables, from either version of the interface.</summary>
internal sealed class PxWebMetadata
{
    private readonly IReadOnlyDictionary<string, PxWebVariable> variables;

    private PxWebMetadata(IEnumerable<PxWebVariable> variables) => this.variables = variables.DistinctBy(variable => variable.Code).ToDictionary(variable => variable.Code, StringComparer.Ordinal);

    public IEnumerable<PxWebVariable> Variables => variables.Values;

    /// <summary>Version 2: json-stat2 without values.</summary>
    public static PxWebMetadata OfVersion2(JsonElement metadata) => new(metadata.TryGetProperty("dimension", out var dimensions)
        ? dimensions.EnumerateObject().Select(dimension => new PxWebVariable(dimension.Name, dimension.Name, Codes(dimension.Value), [], CanBeLeftOut(dimension.Value)))
        : []);

    /// <summary>Version 1: <c>{title, variables: [{code, text, values, valueTexts, elimination?, time?}]}</c>.</summary>
    public static PxWebMetadata OfVersion1(JsonElement metadata) => new(metadata.TryGetProperty("variables", out var variables) && variables.ValueKind == JsonValueKind.Array
        ? variables.EnumerateArray().Select(variable => new PxWebVariable(
            variable.GetProperty("code").GetString() ?? "",
            JsonRows.Text(variable, "text") ?? "",
            Texts(variable, "values"),
            Texts(variable, "valueTexts"),
            variable.TryGetProperty("elimination", out var elimination) && elimination.ValueKind == JsonValueKind.True))
        : []);

    /// <summary>What a table's description says.</summary>
    /// <exception cref="SourceException">The answer is no description of a table.</exception>
    public static PxWebMetadata Read(SourceDefinition source, string table, JsonElement metadata, Func<JsonElement, PxWebMetadata> read)
    {
        try
        {
            return read(metadata);
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new SourceException($"{source.Source}: what came as the description of table {table} has another form: {error.Message}", error);
        }
    }

    /// <exception cref="SourceException">The table has no such variable.</exception>
    public PxWebVariable Variable(SourceDefinition source, string table, string code) => variables.TryGetValue(code, out var variable)
        ? variable
        : throw new SourceException($"{source.Source}: table {table} has no variable {code}. Check select in {source.File}.");

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

    private static bool CanBeLeftOut(JsonElement dimension) =>
        dimension.TryGetProperty("extension", out var extension)
        && extension.TryGetProperty("elimination", out var elimination)
        && elimination.ValueKind == JsonValueKind.True;

    private static List<string> Texts(JsonElement variable, string property) =>
        [.. variable.GetProperty(property).EnumerateArray().Select(text => text.GetString() ?? "")];
}
