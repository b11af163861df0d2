using System.Text.Json.Nodes;

namespace Utvardering.Ingestion.Schemas;

/// <summary>What rows of a dataset must look like: <c>data-schema/&lt;dataset&gt;/schema.json</c>.</summary>
/// <param name="Registered">Fields whose values must stand in a registry (the schema's foreign keys).</param>
/// <param name="Totals">Rules that hold a total against its parts.</param>
/// <param name="Jumps">What is too large a change against the previous vintage; null: nothing is.</param>
/// <param name="Json">The schema as written, a Frictionless table schema.</param>
public sealed record DatasetSchema(
    string Dataset,
    IReadOnlyList<SchemaField> Fields,
    IReadOnlyList<string> PrimaryKey,
    IReadOnlyList<RegistryKey> Registered,
    IReadOnlyList<RowCheck> Checks,
    IReadOnlyList<TotalCheck> Totals,
    JumpLimits? Jumps,
    JsonObject Json)
{
    public IReadOnlyList<string> FieldNames { get; } = [.. Fields.Select(field => field.Name)];
}
