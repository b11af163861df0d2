using System.Globalization;
using System.Text.Json;
using Utvardering.Ingestion.Adapters;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.Adapters;

public sealed class KoladaCatalogueTests : IDisposable
{
    private readonly Bench bench = new();

    /// <summary>Written down by hand from the titles of the catalogue.</summary>
    [Theory]
    [InlineData("Anmälda våldsbrott, antal/100 000 inv", "antal/100 000 inv")]
    [InlineData("Barn och unga 0-20 år med behovsprövat personligt stöd, anel (%)", "anel (%)")]
    [InlineData("Placerade enligt LVU av heldygnsplacerade 0-20 år, andel (%)", "andel (%)")]
    [InlineData("Brukarbedömning öppna insatser, ungdomar 13-20 år - helhetssyn, andel (%)", "andel (%)")]
    [InlineData("Kostnad HVB för barn och unga kr/inv 0-20 år", "kr/inv 0-20 år")]
    [InlineData("Kostnad HVB barn och unga, kr/inv", "kr/inv")]
    [InlineData("Antal barn och unga  0-20 år som har varit placerade på HVB någon gång under året", "antal")]
    [InlineData("Utredningstid i antal dagar från påbörjad utredning till avslutad utredning inom barn och ungdom 0-20 år, medelvärde", "antal dagar, medelvärde")]
    [InlineData("Utredningstid i antal dagar från påbörjad utredning till avslutad utredning inom barn och ungdom 0-20 år, median (- 2024)", "antal dagar, median")]
    [InlineData("Kommunens klimatarbete (Ja=1, Nej=0)", null)]
    public void The_unit_is_what_the_title_ends_with(string title, string? unit) => Assert.Equal(unit, KoladaCatalogue.Unit(title));

    [Fact]
    public async Task Pages_are_followed_and_an_ended_indicator_has_its_last_year()
    {
        const string second = "https://api.kolada.se/v3/kpi/second";
        var replay = new Replay(bench.Clock)
            .Answers("/kpi?per_page=5000", $$"""{"values":[{{Kpi("N00001", "Kostnad, kr/inv (- 2024)")}}],"next_url":"{{second}}"}""")
            .Answers("/second", $$"""{"values":[{{Kpi("N00002", "Andel")}}],"next_url":null}""");
        var outcome = await bench.IngestAsync("kolada-catalogue", replay);
        Assert.Equal(["N00001 kr/inv true K 2026-04-01 2026-08-28 2025 2024", "N00002 ∅ true K 2026-04-01 2026-08-28 2025 ∅"], bench.Rows(outcome.Vintage!,
            "select indicator_code, unit, divided_by_sex, municipality_type, preliminary_date, publication_date, publication_period, ended from vintage order by 1"));
    }

    [Fact]
    public async Task An_empty_catalogue_is_an_error() =>
        Assert.Contains("empty list", (await Assert.ThrowsAsync<SourceException>(() => bench.IngestAsync("kolada-catalogue",
            new Replay(bench.Clock).Answers("/kpi?per_page=5000", """{"values":[],"next_url":null}""")))).Message, StringComparison.Ordinal);

    [SharedDataFact]
    public async Task Kolada_s_own_6_099_key_figures_go_in_and_the_registry_s_are_among_them()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Shared, "data", "kolada", "kpi_v3.json"));
        using var catalogue = JsonDocument.Parse(text);
        var items = catalogue.RootElement.EnumerateArray().ToList();
        // In two pages, as the interface gives at most 5 000.
        var replay = new Replay(bench.Clock)
            .Answers("/kpi?per_page=5000", $$"""{"values":[{{string.Join(',', items.Take(5000))}}],"next_url":"https://api.kolada.se/v3/kpi/2"}""")
            .Answers("/kpi/2", $$"""{"values":[{{string.Join(',', items.Skip(5000))}}],"next_url":null}""");
        var outcome = await bench.IngestAsync("kolada-catalogue", replay);

        Assert.Equal(6099, outcome.RowsAccepted);
        Assert.Equal([$"{items.Count(item => item.GetProperty("is_divided_by_gender").GetBoolean())} {items.Count(item => item.GetProperty("publication_date").ValueKind == JsonValueKind.String)}"],
            bench.Rows(outcome.Vintage!, "select count(*) filter (where divided_by_sex = 'true'), count(publication_date) from vintage"));
        var selected = ((KoladaSettings)bench.Source("kolada").Settings).Indicators;
        Assert.Equal(28, selected.Count);
        Assert.Equal(["28 28"], bench.Rows(outcome.Vintage!, $"select count(*), count(unit) from vintage where indicator_code in ('{string.Join("', '", selected)}')"));
        // By its title only U33402 of them has ended.
        Assert.Equal(["U33402 2024"], bench.Rows(outcome.Vintage!, $"select indicator_code, ended from vintage where ended is not null and indicator_code in ('{string.Join("', '", selected)}')"));
    }

    [SharedDataFact]
    public void The_candidates_list_has_all_that_is_selected_from_2010()
    {
        var candidates = File.ReadAllLines(Path.Combine(Repository.Shared, "data", "kolada", "candidate_kpis.tsv")).Select(line => line.Split('\t')[0]).ToHashSet(StringComparer.Ordinal);
        var settings = (KoladaSettings)bench.Source("kolada").Settings;
        Assert.Subset(candidates, settings.Indicators.ToHashSet(StringComparer.Ordinal));
        Assert.Equal("2010", settings.Years.First.ToString(CultureInfo.InvariantCulture));
    }

    public void Dispose() => bench.Dispose();

    private static string Kpi(string id, string title) =>
        $$"""{"id":"{{id}}","title":"{{title}}","description":"d","is_divided_by_gender":true,"municipality_type":"K","auspice":null,"operating_area":"o","perspective":null,"prel_publication_date":"2026-04-01","publication_date":"2026-08-28","publ_period":"2025","has_ou_data":false}""";
}
