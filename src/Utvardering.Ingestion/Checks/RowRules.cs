using Utvardering.Ingestion.Schemas;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Checks;

/// <summary>The rules of a schema as SQL, with what to tell those who break them.</summary>
internal static class RowRules
{
    private const int CodesShown = 30;

    /// <param name="schema">The dataset's schema.</param>
    /// <param name="registry">The codes of a registry.</param>
    public static IReadOnlyList<RowRule> Of(DatasetSchema schema, Func<string, IReadOnlyList<string>> registry) => [.. OfFields(schema, registry), .. AcrossFields(schema)];

    /// <summary>The rules of single fields.</summary>
    public static IReadOnlyList<RowRule> OfFields(DatasetSchema schema, Func<string, IReadOnlyList<string>> registry) =>
    [
        .. schema.Fields.SelectMany(OfField),
        .. schema.Registered.Select(key => Registered(key, registry(key.Registry))),
    ];

    /// <summary>The rules that look at several fields of a row.</summary>
    public static IReadOnlyList<RowRule> AcrossFields(DatasetSchema schema) =>
        [.. schema.Checks.Select(check => new RowRule(check.Rule, check.Field, $"not coalesce({check.Sql}, true)", check.Message, check.Remedy))];

    private static IEnumerable<RowRule> OfField(SchemaField field)
    {
        var (name, value, text) = (field.Name, SqlText.Identifier(field.Name), TypedRows.TextOf(field.Name));
        if (field.Required)
        {
            yield return new("required", name, $"{text} is null",
                new("Värdet saknas.", "The value is missing."),
                new("Fyll i värdet.", "Fill in the value."));
        }

        if (field.Type != FieldType.Text)
        {
            var (message, remedy) = TypeTexts.Of(field.Type);
            yield return new("type", name, $"{text} is not null and {value} is null", message, remedy);
        }

        if (field.Pattern is { } pattern)
        {
            yield return new("pattern", name, $"not regexp_full_match({text}, {SqlText.Literal(pattern)})",
                new($"Värdet har inte formen {pattern}.", $"The value does not have the form {pattern}."),
                new("Rätta värdet så att det följer mallen.", "Correct the value so that it follows the template."));
        }

        if (field.Minimum is { } minimum)
        {
            yield return new("minimum", name, $"{value} < {Limit(field, minimum)}",
                new($"Värdet är mindre än {minimum}.", $"The value is below {minimum}."),
                new($"Lägsta tillåtna värde är {minimum}: kontrollera uppgiften.", $"The lowest allowed value is {minimum}: check the figure."));
        }

        if (field.Maximum is { } maximum)
        {
            yield return new("maximum", name, $"{value} > {Limit(field, maximum)}",
                new($"Värdet är större än {maximum}.", $"The value is above {maximum}."),
                new($"Högsta tillåtna värde är {maximum}: kontrollera uppgiften.", $"The highest allowed value is {maximum}: check the figure."));
        }

        if (field.Codes is { } codes)
        {
            yield return new("codes", name, $"{text} not in ({SqlLists.Literals(codes)})",
                new("Värdet finns inte bland de tillåtna.", "The value is not among the allowed ones."),
                new($"Använd ett av: {Shown(codes)}.", $"Use one of: {Shown(codes)}."));
        }
    }

    private static RowRule Registered(RegistryKey key, IReadOnlyList<string> codes)
    {
        var broken = $"{TypedRows.TextOf(key.Field)} not in ({SqlLists.Literals(codes)})";
        return key.Registry == RegistryCodes.Municipalities
            ? new("foreignKey", key.Field, broken,
                new($"Kommunen finns inte bland de {codes.Count} i registret.", $"The municipality is not among the {codes.Count} of the registry."),
                new("Skriv kommunkoden med fyra siffror, till exempel 0380, eller kommunens namn som i registret.",
                    "Write the municipality's code with four digits, 0380 say, or its name as in the registry."))
            : new("foreignKey", key.Field, broken,
                new($"Värdet finns inte i registret ({key.Registry}).", $"The value is not in the registry ({key.Registry})."),
                new($"Använd ett av: {Shown(codes)}.", $"Use one of: {Shown(codes)}."));
    }

    private static string Shown(IReadOnlyList<string> codes) => string.Join(", ", codes.Take(CodesShown)) + (codes.Count > CodesShown ? " …" : "");

    private static string Limit(SchemaField field, string limit) => field.Type == FieldType.Date ? $"date {SqlText.Literal(limit)}" : limit;
}
