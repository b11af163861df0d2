using System.Text.Json;
using System.Text.RegularExpressions;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// Kolada's catalogue of key figures, <c>/kpi</c>: definitions and days of publication. A removed key figure just is not there any
/// more, so the difference between two vintages is the only notice of it.
/// </summary>
internal sealed partial class KoladaCatalogue : ISourceAdapter
{
    public string Name => "kolada-catalogue";

    public bool ReadsFiles => false;

    public IReadOnlyList<string> Datasets => ["indicators"];

    public AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields) => new NoSettings();

    public Task<IReadOnlyList<LandedBody>> FetchAsync(Fetching fetching, CancellationToken cancellationToken) =>
        KoladaPages.AskAllAsync(fetching, "/kpi?" + KoladaPages.PerPage(fetching), cancellationToken);

    public void Stage(StagedRows staged) =>
        JsonRows.Stage(staged, staged.Bodies.DistinctBy(body => body.Sha256), (_, json) => json.GetProperty("values").EnumerateArray().Select(Row));

    /// <summary>The unit, as far as the title tells: "…, andel (%)", "… kr/inv 0-20 år", "Antal …"; null when it does not.</summary>
    public static string? Unit(string title)
    {
        var plain = Ending().Replace(title, "").Trim();
        if (LastPart().Match(plain) is { Success: true } last)
        {
            var unit = last.Groups[1].Value.Trim();
            return unit is "medelvärde" or "median" && plain.Contains("antal dagar", StringComparison.OrdinalIgnoreCase) ? "antal dagar, " + unit : unit;
        }

        return Crowns().Match(plain) is { Success: true } crowns ? crowns.Groups[1].Value
            : plain.StartsWith("Antal ", StringComparison.Ordinal) ? "antal"
            : null;
    }

    /// <summary>The fields of <c>indicators</c>.</summary>
    private static IReadOnlyList<string?> Row(JsonElement kpi)
    {
        var title = JsonRows.Text(kpi, "title");
        return
        [
            JsonRows.Text(kpi, "id"), title, JsonRows.Text(kpi, "description"), title is null ? null : Unit(title), JsonRows.Text(kpi, "is_divided_by_gender"),
            JsonRows.Text(kpi, "municipality_type"), JsonRows.Text(kpi, "auspice"), JsonRows.Text(kpi, "operating_area"), JsonRows.Text(kpi, "perspective"),
            JsonRows.Text(kpi, "prel_publication_date"), JsonRows.Text(kpi, "publication_date"), JsonRows.Text(kpi, "publ_period"),
            title is not null && Ending().Match(title) is { Success: true } ending ? ending.Groups[1].Value : null,
        ];
    }

    // "(- 2024)", "(-2023)": the key figure ended with that year.
    [GeneratedRegex(@"\(\s*[-–]\s*((?:19|20)[0-9]{2})\s*\)\s*\z")]
    private static partial Regex Ending();

    [GeneratedRegex(@",\s*((?:antal|anel|andel|kr|tkr|mnkr|miljoner|kronor|kg|gram|ton|MWh|kWh|meter|index|dagar|procent|medelvärde|median|genomsnitt|poäng|år)\b[^,]*)\z")]
    private static partial Regex LastPart();

    [GeneratedRegex(@"\s(kr/.*)\z")]
    private static partial Regex Crowns();
}
