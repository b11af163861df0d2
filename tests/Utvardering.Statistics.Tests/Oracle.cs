using System.Globalization;
using System.Text.Json;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests;

/// <summary>A folder of published reference results, read where it lies.</summary>
internal sealed class Oracle(string name)
{
    private readonly string folder = Path.Combine(Repository.Shared, "oracles", name);

    private JsonElement? expected;

    public JsonElement Expected() =>
        expected ??= JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json"))).RootElement;

    public IEnumerable<Dictionary<string, string>> Rows(string file = "data.csv")
    {
        var lines = File.ReadAllLines(Path.Combine(folder, file));
        var header = lines[0].Split(',');
        return lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second));
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Numbers as R wrote them: null for NA, "Infinity" as text.</summary>
    public static double Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String => Number(element.GetString()!),
        _ => element.GetDouble(),
    };

    public static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(Number)];
}
