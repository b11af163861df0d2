namespace Utvardering.Ingestion.Schemas;

/// <param name="Pattern">Regular expression the whole text must match.</param>
/// <param name="Minimum">As written in the schema, in the field's type.</param>
/// <param name="Codes">The allowed texts, from <c>enum</c> or the code list; null when any text will do.</param>
public sealed record SchemaField(
    string Name,
    FieldType Type,
    bool Required,
    string? Pattern,
    string? Minimum,
    string? Maximum,
    IReadOnlyList<string>? Codes);
