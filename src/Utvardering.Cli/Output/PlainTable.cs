using System.Text;
using Spectre.Console;

namespace Utvardering.Cli.Output;

/// <summary>Writes rows of text for the eye, without colours, so that they can be piped and pasted.</summary>
internal static class PlainTable
{
    /// <param name="columns">Headers; one that begins with <c>&gt;</c> is of numbers and set to the right.</param>
    /// <param name="rows">Cells in the order of the columns; null is –.</param>
    public static void Write(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
        {
            var numbers = column.StartsWith('>');
            var header = new TableColumn(Markup.Escape(numbers ? column[1..] : column));
            table.AddColumn(numbers ? header.RightAligned() : header);
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(cell => Markup.Escape(cell ?? "–"))]);
        }

        using var writer = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No });
        console.Profile.Width = Console.IsOutputRedirected ? 10_000 : Math.Max(80, Console.WindowWidth);
        console.Write(table);
    }
}
