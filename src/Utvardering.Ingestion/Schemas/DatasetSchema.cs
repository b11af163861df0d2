using System.Text.Json.Nodes;

namespace Utvardering.Ingestion.Schemas;

/// <summary>What rows of a dataset must look like: <c>data-schema/&lt;dataset&gt;/schema.json</c>.</summary>
/// <param name="Registered">Fields whose values must stand in the registry of municipalities (the schema's foreign keys).</param>
/// <param name="Json">The schema as written, a Frictionless table schema.</param>
public sealed record DatasetSchema(
    string Dataset,
    IReadOnlyList<SchemaField> Fields,
    IReadOnlyList<string> PrimaryKey,
    IReadOnlyList<string> Registered,
    IReadOnlyList<RowCheck> Checks,
    JsonObject Json)
{
    public IReadOnlyList<string> FieldNames { get; } = [.. Fields.Select(field => field.Name)];
}
