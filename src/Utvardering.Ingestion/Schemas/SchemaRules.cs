using System.Text.Json.Nodes;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Schemas;

/// <summary>Reads the properties of our own that a schema may have beside Frictionless': <c>checks</c>, <c>totals</c>, <c>jumps</c> and where <c>foreignKeys</c> lead.</summary>
internal static class SchemaRules
{
    public static RegistryKey ForeignKey(JsonObject key)
    {
        var field = (string)key["fields"]!.AsArray().Single()!;
        return (string?)key["reference"]?["resource"] is { } registry && RegistryCodes.Names.Contains(registry)
            ? new(field, registry)
            : throw new FormatException($"the foreign key on '{field}' refers to none of the registries: {string.Join(", ", RegistryCodes.Names)}.");
    }

    public static RowCheck Check(JsonObject check) => new(
        (string)check["rule"]!,
        (string)check["field"]!,
        (string)check["sql"]!,
        Bilingual(check["message"]!),
        Bilingual(check["remedy"]!));

    public static TotalCheck Total(JsonObject total)
    {
        var perturbed = total["perturbed"];
        return new(
            (string)total["rule"]!,
            (string)total["field"]!,
            (string)total["over"]!,
            (string)total["total"]!,
            [.. total["parts"]!.AsArray().Select(part => (string)part!)],
            (string)total["relation"]! switch
            {
                "equal" => false,
                "at_least" => true,
                var other => throw new FormatException($"the relation of a total is '{other}'; known are equal and at_least."),
            },
            (double?)total["tolerance"] ?? 0,
            perturbed is null ? null : new((string)perturbed["field"]!, (string)perturbed["from"]!, (double)perturbed["tolerance"]!),
            Bilingual(total["message"]!),
            Bilingual(total["remedy"]!));
    }

    public static JumpLimits Jumps(JsonObject jumps) => new(
        (double?)jumps["rows"],
        [.. (jumps["fields"]?.AsArray() ?? []).Select(field => new FieldJump((string)field!["field"]!, (double)field["relative"]!, (double?)field["absolute"] ?? 0))]);

    private static LocalText Bilingual(JsonNode text) => new((string)text["sv"]!, (string)text["en"]!);
}
