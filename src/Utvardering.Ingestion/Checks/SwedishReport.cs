using System.Globalization;
using System.Text;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;

namespace Utvardering.Ingestion.Checks;

/// <summary>The problem report for those who sent the file.</summary>
internal static class SwedishReport
{
    public static string Of(SourceDefinition source, LandedBody body, BodyProblems problems)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Filen togs inte emot: {body.Origin}\n");
        text.Append(CultureInfo.InvariantCulture, $"Källa: {source.Title.Sv}\n");
        text.Append(CultureInfo.InvariantCulture, $"Mottagen: {body.Retrieved.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC\n");
        text.Append(CultureInfo.InvariantCulture, $"Kontrollsumma (SHA-256): {body.Sha256}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{problems.Total} fel hittades. Ingen rad i filen har använts. Rätta felen och skicka hela filen igen.\n");
        foreach (var (rule, count) in problems.ByRule)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {count} av slaget {rule}\n");
        }

        if (problems.Total > problems.First.Count)
        {
            text.Append(CultureInfo.InvariantCulture, $"Här visas de första {problems.First.Count}.\n");
        }

        foreach (var problem in problems.First.OrderBy(problem => problem.Row ?? 0))
        {
            text.Append('\n').Append(Place(problem)).Append(problem.Message.Sv).Append('\n');
            text.Append("  Gör så här: ").Append(problem.Remedy.Sv).Append('\n');
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
