using System.Globalization;
using System.Text.Json;
using Utvardering.Methods.Answers;
using Utvardering.Testing;

namespace Utvardering.Methods.Tests;

/// <summary>Published reference results, and the cells of an answer that are held against them.</summary>
internal static class MethodOracle
{
    public static JsonElement Expected(string oracle) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Shared, "oracles", oracle, "expected.json"))).RootElement;

    /// <summary>A number of the oracle, by its path.</summary>
    public static double Number(this JsonElement element, params string[] path) => At(element, path).GetDouble();

    /// <summary>Numbers as R wrote them: null for NA, "-Infinity" as text.</summary>
    public static double[] Numbers(this JsonElement element, params string[] path) => [.. At(element, path).EnumerateArray().Select(one => one.ValueKind switch
    {
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String => double.Parse(one.GetString()!, CultureInfo.InvariantCulture),
        _ => one.GetDouble(),
    })];

    public static string Data(string oracle, string file = "data.csv") => Path.Combine(Repository.Shared, "oracles", oracle, file);

    /// <summary>The rows of a file without quoted cells.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Rows(string oracle, string file = "data.csv")
    {
        var lines = File.ReadAllLines(Data(oracle, file));
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];
    }

    public static string Csv(string header, IEnumerable<string> rows) => $"{header}\n{string.Join('\n', rows)}\n";

    public static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A cell of an answer's table.</summary>
    public static object? Cell(this MethodAnswer answer, string table, string column, int row = 0)
    {
        var found = Assert.Single(answer.Tables, one => one.Name == table);
        return found.Rows[row][found.Columns.ToList().IndexOf(column)];
    }

    public static double Number(this MethodAnswer answer, string table, string column, int row = 0) => Convert.ToDouble(answer.Cell(table, column, row), CultureInfo.InvariantCulture);

    public static IReadOnlyList<object?> Column(this MethodAnswer answer, string table, string column)
    {
        var found = Assert.Single(answer.Tables, one => one.Name == table);
        return [.. found.Rows.Select(row => row[found.Columns.ToList().IndexOf(column)])];
    }

    public static void Near(double expected, double actual, double tolerance) =>
        Assert.True(expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance, $"Expected {expected:R} within {tolerance}, got {actual:R}.");

    private static JsonElement At(JsonElement element, string[] path) => path.Aggregate(element, (one, name) => one.GetProperty(name));
}
