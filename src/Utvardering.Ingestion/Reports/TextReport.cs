using System.Globalization;
using System.Text;
using Utvardering.Ingestion.Checks;

namespace Utvardering.Ingestion.Reports;

/// <summary>The problem report as text for those who sent the file: Swedish, with English under each problem.</summary>
internal static class TextReport
{
    public static string Of(ProblemReport report)
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

        Line($"Filen togs inte emot: {report.Origin}");
        Line($"The file was not taken in.");
        Line($"Källa: {report.Source.Title.Sv}");
        Line($"Mottagen: {report.Received.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
        Line($"Kontrollsumma (SHA-256): {report.Sha256}");
        Line($"");
        if (report.Fate is { } fate)
        {
            Line($"{fate.Sv}");
            Line($"{fate.En}");
            Line($"");
        }

        Line($"{report.Total} fel hittades. Ingen rad i filen har använts. Rätta felen och skicka hela filen igen.");
        Line($"{report.Total} problems were found. No row of the file has been used. Correct them and send the whole file again.");
        foreach (var (rule, count) in report.ByRule)
        {
            Line($"  {count} av slaget {rule}");
        }

        if (report.Total > report.Problems.Count)
        {
            Line($"Här visas {report.Problems.Count} av dem, några av varje slag. {report.Problems.Count} of them are listed here, some of each kind.");
        }

        foreach (var problem in report.InOrder)
        {
            Line($"");
            Line($"{Place(problem)}{problem.Message.Sv}");
            Line($"  Gör så här: {problem.Remedy.Sv}");
            Line($"  In English: {problem.Message.En} {problem.Remedy.En}");
        }

        return text.ToString();
    }

    private static string Place(Problem problem)
    {
        var parts = new List<string>();
        if (problem.Row is { } row)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"Rad {row}"));
        }

        if (problem.Column is { } column)
        {
            parts.Add($"kolumn {column}");
        }

        if (problem.Value is { } value)
        {
            parts.Add($"värde \"{value}\"");
        }

        return parts.Count == 0 ? "" : string.Join(", ", parts) + ": ";
    }
}
