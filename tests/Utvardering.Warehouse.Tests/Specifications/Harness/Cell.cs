using System.Globalization;

namespace Utvardering.Warehouse.Tests.Specifications.Harness;

/// <summary>A cell's text and the value it stands for.</summary>
internal static class Cell
{
    /// <summary>How a value is drawn: numbers with at most six decimals.</summary>
    public static string Draw(object? value) => value switch
    {
        null or DBNull => "",
        "" => "''",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        // + 0.0: there is no negative zero.
        double number => (Math.Round(number, 6) + 0.0).ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>The value of a drawn cell for the naive version.</summary>
    public static object? Read(string? text, string type) => (text, type.ToUpperInvariant()) switch
    {
        (null, _) => null,
        (_, "VARCHAR") => text,
        (_, "DATE") => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        (_, "BOOLEAN") => bool.Parse(text),
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
