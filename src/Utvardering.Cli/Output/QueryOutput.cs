using System.Globalization;
using System.Text;
using Spectre.Console;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Tables;

namespace Utvardering.Cli.Output;

/// <summary>Writes the answer to a query as a table for the eye, or as CSV, JSON or Parquet for the next program.</summary>
internal static class QueryOutput
{
    private const int ShownRows = 200;

    public static void Write(ParquetQuery query, string format, string? file)
    {
        if (file is not null && File.Exists(file))
        {
            throw new InputException($"{file} is there already, and nothing is overwritten. Name another file, or remove it.");
        }

        if (format == "table")
        {
            Show(query, file);
            return;
        }

        using var target = file is null ? Console.OpenStandardOutput() : new FileStream(file, FileMode.CreateNew);
        query.WriteTo(target, format);
        if (file is not null)
        {
            Console.WriteLine($"Wrote {file}");
        }
    }

    private static void Show(ParquetQuery query, string? file)
    {
        var (columns, rows, more) = query.Rows(ShownRows);
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
        {
            var cells = new TableColumn(Markup.Escape(column.Name));
            table.AddColumn(column.IsNumber ? cells.RightAligned() : cells);
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(cell => Markup.Escape(Text(cell)))]);
        }

        using var writer = file is null ? new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) : new StreamWriter(file, false, new UTF8Encoding(false));
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No });
        console.Profile.Width = file is not null || Console.IsOutputRedirected ? 10_000 : Math.Max(80, Console.WindowWidth);
        console.Write(table);
        writer.WriteLine(more ? $"The first {ShownRows} rows; --format csv gives all." : $"{rows.Count} row(s)");
    }

    private static string Text(object? cell) => cell switch
    {
        null => "–",
        double number => number.ToString("G6", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
