using System.Globalization;
using Utvardering.Methods.Answers;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Cli.Output;

/// <summary>An answer of a method as tables for the eye.</summary>
internal static class EstimateOutput
{
    private const int MostRows = 60;

    public static void Write(MethodAnswer answer)
    {
        if (answer.Estimates.Count > 0)
        {
            PlainTable.Write(
                ["estimate", ">value", ">standard error", ">df", ">low", ">high", ">p", "units", "method"],
                answer.Estimates.Select(named => new[]
                {
                    named.Name,
                    Number(named.Estimate.Value),
                    Number(named.Estimate.StandardError),
                    Number(named.Estimate.DegreesOfFreedom),
                    Number(named.Estimate.Interval.Low),
                    Number(named.Estimate.Interval.High),
                    Number(named.Estimate.PValue),
                    string.Create(CultureInfo.InvariantCulture, $"{named.Estimate.Sample.TreatedUnits} of {named.Estimate.Sample.Units}"),
                    named.Estimate.Method,
                }));
        }

        foreach (var table in answer.Tables)
        {
            Console.WriteLine();
            Console.WriteLine(table.Name);
            PlainTable.Write(
                [.. table.Columns.Index().Select(column => table.Rows.Any(row => row[column.Index] is double or int) ? $">{column.Item}" : column.Item)],
                table.Rows.Take(MostRows).Select(row => (IReadOnlyList<string?>)[.. row.Select(Cell)]));
            if (table.Rows.Count > MostRows)
            {
                Console.WriteLine($"The first {MostRows} of {table.Rows.Count} rows; --json gives all.");
            }
        }

        foreach (var warning in answer.Warnings.Concat(answer.Estimates.SelectMany(named => named.Estimate.Warnings)).Distinct())
        {
            Console.Error.WriteLine($"Note: {Text(warning)}");
        }
    }

    private static string Text(EstimationWarning warning)
    {
        var words = string.Concat(warning.Kind.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));
        var parts = new[]
        {
            warning.Unit,
            warning.Period?.ToString("O", CultureInfo.InvariantCulture),
            warning.Value is { } value ? Number(value) : null,
            warning.Limit is { } limit ? $"against {Number(limit)}" : null,
        };
        return $"{words.ToLowerInvariant()} {string.Join(", ", parts.OfType<string>())}".TrimEnd();
    }

    private static string? Cell(object? cell) => cell switch
    {
        null => null,
        double number => Number(number),
        bool truth => truth ? "yes" : "no",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString(),
    };

    private static string? Number(double number) => double.IsNaN(number) ? null : number.ToString("G6", CultureInfo.InvariantCulture);
}
