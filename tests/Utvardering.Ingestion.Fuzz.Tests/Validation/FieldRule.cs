using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Utvardering.Ingestion.Fuzz.Tests.Validation;

/// <summary>What one field of a Frictionless table schema asks of a published value.</summary>
/// <param name="Type">string, integer, number, date or year.</param>
/// <param name="Codes">The allowed texts; null: any.</param>
internal sealed record FieldRule(string Name, string Type, bool Required, Regex? Pattern, string? Minimum, string? Maximum, HashSet<string>? Codes)
{
    public static FieldRule Read(JsonElement field, Func<string, HashSet<string>> codeList)
    {
        var constraints = field.TryGetProperty("constraints", out var given) ? given : default;
        return new(
            field.GetProperty("name").GetString()!,
            field.GetProperty("type").GetString()!,
            Part(constraints, "required") is { ValueKind: JsonValueKind.True },
            Part(constraints, "pattern") is { } pattern ? new($@"\A(?:{pattern.GetString()})\z", RegexOptions.CultureInvariant) : null,
            Part(constraints, "minimum")?.ToString(),
            Part(constraints, "maximum")?.ToString(),
            Part(constraints, "enum") is { } codes ? [.. codes.EnumerateArray().Select(code => code.GetString()!)]
                : field.TryGetProperty("codeList", out var list) ? codeList(list.GetString()!)
                : null);
    }

    /// <returns>What is wrong with the value; null when nothing is.</returns>
    public string? Fault(object? value)
    {
        if (value is null)
        {
            return Required ? $"{Name} is missing" : null;
        }

        var text = Text(value);
        return !IsOfType(value) ? $"{Name} is {value.GetType().Name} '{text}' and should be {Type}"
            : value is string { Length: 0 } ? $"{Name} is an empty text"
            : Pattern?.IsMatch(text) == false ? $"{Name} is '{text}', against the pattern {Pattern}"
            : Codes?.Contains(text) == false ? $"{Name} is '{text}', none of the allowed"
            : Minimum is not null && Compare(value, Minimum) < 0 ? $"{Name} is {text}, below {Minimum}"
            : Maximum is not null && Compare(value, Maximum) > 0 ? $"{Name} is {text}, above {Maximum}"
            : null;
    }

    private bool IsOfType(object value) => Type switch
    {
        "string" => value is string,
        "integer" => value is long,
        "number" => value is double number && double.IsFinite(number),
        "date" => value is DateOnly or DateTime { TimeOfDay.Ticks: 0 },
        "year" => value is int and >= 0 and <= 9999,
        _ => throw new InvalidOperationException($"The validator does not know the type {Type} of {Name}."),
    };

    private static int Compare(object value, string limit) => value is DateOnly or DateTime
        ? string.CompareOrdinal(Text(value), limit)
        : Convert.ToDecimal(value is double number ? Math.Clamp(number, -1e27, 1e27) : value, CultureInfo.InvariantCulture).CompareTo(decimal.Parse(limit, CultureInfo.InvariantCulture));

    private static JsonElement? Part(JsonElement constraints, string name) =>
        constraints.ValueKind == JsonValueKind.Object && constraints.TryGetProperty(name, out var part) ? part : null;

    private static string Text(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
