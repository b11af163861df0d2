using System.Text;
using System.Text.Json;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Fuzz.Tests.Seeds;

/// <summary>Small cuts of the real files, another cut at each place of a batch; none where the real files are not beside the checkout.</summary>
internal static class RealSpecimens
{
    private const int Rows = 4;

    public static IReadOnlyList<Specimen> All { get; } = Repository.HasShared ?
    [
        Lines("tidy-csv.real-offences", "files-offences", "bra/offences_municipality_month.csv"),
        Lines("tidy-csv.real-population", "files-population", "population/population_31dec.csv"),
        Lines("tidy-csv.real-kolada", "files-kolada", "kolada/values_2023_2025.csv"),
        Lines("tidy-csv.real-income", "files-kolada-income", "kolada/n00945_values.csv"),
        Items("polisen-events.real", "polisen-events", "polisen/events_2023-04.json", items => $"[{items}]", "https://polisen.se/api/events?DateTime=2023-04-20"),
        Items("kolada-catalogue.real", "kolada-catalogue", "kolada/kpi_v3.json", items => $"{{\"values\":[{items}],\"next_url\":null}}", "https://api.kolada.se/v3/kpi?per_page=5000"),
    ] : [];

    private static Specimen Lines(string name, string source, string file)
    {
        var lines = new Lazy<string[]>(() => File.ReadAllLines(Path.Combine(Repository.Shared, "data", file)));
        return new(name, source, Form.Text, place =>
        {
            var first = 1 + (place * ((lines.Value.Length - 1) / Specimen.Places));
            return new(file, Encoding.UTF8.GetBytes(string.Join('\n', [lines.Value[0], .. lines.Value.Skip(first).Take(Rows), ""])));
        });
    }

    private static Specimen Items(string name, string source, string file, Func<string, string> whole, string origin)
    {
        var items = new Lazy<string[]>(() => [.. JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Shared, "data", file))).RootElement.EnumerateArray().Select(item => item.GetRawText())]);
        return new(name, source, Form.Json, place =>
            new(origin, Encoding.UTF8.GetBytes(whole(string.Join(',', items.Value.Skip(place * (items.Value.Length / Specimen.Places)).Take(Rows))))));
    }
}
