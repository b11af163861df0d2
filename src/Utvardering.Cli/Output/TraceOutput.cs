using System.Globalization;
using Utvardering.Pipeline.Tracing;

namespace Utvardering.Cli.Output;

/// <summary>Writes the way back from a figure for the eye: from the report's end to the landed files.</summary>
internal static class TraceOutput
{
    private const int ShownFigures = 10;
    private const int ShownFiles = 5;

    public static void Write(Trace trace)
    {
        Line(0, $"{trace.Id}  in run {trace.RunId} ({trace.Profile}, plan {trace.Plan})");
        trace.Notes.ToList().ForEach(note => Line(0, note));
        Figures(trace);
        Section($"Outcome  pipelines/evaluation/{trace.Plan}.yaml", trace.Outcome);
        Section($"Design  pipelines/evaluation/{trace.Plan}.yaml", trace.Design);
        Indicator(trace.Indicator);
        Line(0, "Columns");
        trace.Columns.ToList().ForEach(column => Column(column, 1));
        Line(0, "Vintages");
        trace.Vintages.ToList().ForEach(Vintage);
    }

    private static void Figures(Trace trace)
    {
        if (trace.Figures is [var only])
        {
            Section($"Figure in {only.Table}", only.Values);
            return;
        }

        Line(0, $"{trace.Count} figures in {string.Join(", ", trace.Figures.Select(figure => figure.Table).Distinct())}");
        trace.Figures.Take(ShownFigures).ToList().ForEach(figure => Line(1, figure.Id));
        More(trace.Count - ShownFigures, "figures", 1);
    }

    private static void Section(string title, IReadOnlyDictionary<string, object?>? values)
    {
        if (values is null)
        {
            return;
        }

        Line(0, title);
        // Both languages and the caveats are in --json.
        foreach (var (column, value) in values.Where(cell => cell.Value is not (null or "") && !cell.Key.EndsWith("_sv", StringComparison.Ordinal) && !cell.Key.StartsWith("caveats", StringComparison.Ordinal)))
        {
            Line(1, $"{column}: {Text(value)}");
        }
    }

    private static void Indicator(TracedIndicator? indicator)
    {
        if (indicator is not null)
        {
            Line(0, $"Indicator {indicator.Id}  {indicator.Place}");
            Line(1, $"{indicator.Title}, {indicator.Unit}");
            Line(1, $"{indicator.Code} of {indicator.Measure}{(indicator.Denominator is { } denominator ? $" over {denominator} × {Text(indicator.Per)}" : "")}, groups: {indicator.GroupRule}");
        }
    }

    private static void Column(TracedColumn column, int depth)
    {
        Line(depth, $"{column.Column}{(column.Above ? "  (above)" : column.Place is { } place ? $"  {place}" : "")}");
        column.From.ToList().ForEach(from => Column(from, depth + 1));
    }

    private static void Vintage(TracedVintage vintage)
    {
        Line(1, $"{vintage.Dataset} from {vintage.Source}: {vintage.Name}, {vintage.Rows} rows, sha256:{vintage.ContentHash}");
        Line(2, vintage.Package ?? "its data package is no longer in the data root");
        if (vintage.FigureRows is { } rows)
        {
            Line(2, rows == 0 ? "no row: what the source leaves out is zero, or missing, as the models say" : $"{rows} rows are of the indicator, and of the figure's municipality and period where it is of one");
        }

        foreach (var file in vintage.Landing.Take(ShownFiles))
        {
            Line(2, $"{file.File ?? $"{file.Sha256} (no longer in the landing)"}");
            Line(3, $"{file.Origin}, {file.Retrieved.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)}{(file.Bytes is { } bytes ? $", {bytes} bytes" : "")}");
            if (file.Rows is { } own)
            {
                Line(3, $"{own} of them, in its rows {file.FirstRow} to {file.LastRow}");
            }
        }

        More(vintage.Landing.Count - ShownFiles, "files; --json gives all", 2);
    }

    private static void More(long more, string what, int depth)
    {
        if (more > 0)
        {
            Line(depth, $"and {more} more {what}");
        }
    }

    private static string Text(object? value) => value switch
    {
        double number => number.ToString("G9", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static void Line(int depth, string text) => Console.WriteLine(new string(' ', 2 * depth) + text.ReplaceLineEndings(" "));
}
