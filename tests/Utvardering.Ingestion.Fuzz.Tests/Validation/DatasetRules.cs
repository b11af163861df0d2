using System.Globalization;
using System.Text.Json;
using Utvardering.Ingestion.Fuzz.Tests.Seeds;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Fuzz.Tests.Validation;

/// <summary>
/// A second opinion on published rows: the dataset's schema.json read anew and held against them value by value, with nothing of the
/// program's own checks. Of the rules across fields it knows the two that most datasets share.
/// </summary>
internal sealed class DatasetRules
{
    private readonly List<FieldRule> fields;
    private readonly List<string> key;
    private readonly List<string> municipalities;
    private readonly HashSet<string> rules;
    private readonly HashSet<string> withoutValue;
    private readonly HashSet<string> towns = [.. Town.All.Select(town => town.Code)];

    private DatasetRules(JsonElement schema)
    {
        fields = [.. schema.GetProperty("fields").EnumerateArray().Select(field => FieldRule.Read(field, list => [.. Codes(list)]))];
        key = [.. schema.GetProperty("primaryKey").EnumerateArray().Select(name => name.GetString()!)];
        municipalities = [.. List(schema, "foreignKeys")
            .Where(each => each.GetProperty("reference").GetProperty("resource").GetString() == "municipalities")
            .Select(each => each.GetProperty("fields")[0].GetString()!)];
        rules = [.. List(schema, "checks").Select(check => check.GetProperty("rule").GetString()!)];
        withoutValue = [.. CsvList.Read(CodeList("observation-status")).Where(row => row["has_value"] == "false").Select(row => row["code"])];
    }

    public static DatasetRules Of(string dataset)
    {
        using var schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "data-schema", dataset, "schema.json")));
        return new(schema.RootElement);
    }

    /// <summary>What is wrong with the rows: the row's number in the list, and a sentence.</summary>
    public IEnumerable<(int Row, string Fault)> Faults(IReadOnlyList<IReadOnlyDictionary<string, object?>> rows)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (number, row) in rows.Index())
        {
            foreach (var fault in OfRow(row))
            {
                yield return (number, fault);
            }

            var own = string.Join('\u001F', key.Select(name => Convert.ToString(row[name], CultureInfo.InvariantCulture) ?? "\u001E"));
            if (!keys.Add(own))
            {
                yield return (number, $"the key {own.Replace('\u001F', ' ')} stands twice");
            }
        }
    }

    private IEnumerable<string> OfRow(IReadOnlyDictionary<string, object?> row)
    {
        foreach (var fault in fields.Select(field => row.TryGetValue(field.Name, out var value) ? field.Fault(value) : $"{field.Name} is no column").OfType<string>())
        {
            yield return fault;
        }

        foreach (var field in municipalities.Where(field => row[field] is string code && !towns.Contains(code)))
        {
            yield return $"{field} is {row[field]}, no municipality of the registry";
        }

        if (rules.Contains("missing_has_status") && HasValue(row) == (row["status"] is string status && withoutValue.Contains(status)))
        {
            yield return $"there is {(HasValue(row) ? "a" : "no")} value under the status '{row["status"]}'";
        }

        if (rules.Contains("first_of_month") && row["month"] is { } month && !Convert.ToString(month is DateOnly day ? day.Day : ((DateTime)month).Day, CultureInfo.InvariantCulture)!.Equals("1", StringComparison.Ordinal))
        {
            yield return $"month is {month}, not the first of a month";
        }
    }

    private static bool HasValue(IReadOnlyDictionary<string, object?> row) =>
        new[] { "value", "count", "rate", "population" }.Any(name => row.GetValueOrDefault(name) is not null);

    private static IEnumerable<string> Codes(string list) => CsvList.Read(CodeList(list)).Select(row => row.First().Value).Where(code => code.Length > 0);

    private static string CodeList(string list) => Path.Combine(Repository.Root, "data-schema", "codelists", list + ".csv");

    private static JsonElement.ArrayEnumerator List(JsonElement schema, string name) => schema.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;
}
