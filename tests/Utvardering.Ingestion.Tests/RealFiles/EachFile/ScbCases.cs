using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Sources;
using Utvardering.Testing.Replay;

namespace Utvardering.Ingestion.Tests.RealFiles.EachFile;

/// <summary>SCB's recorded answers of version 2, by the replay server. Figures counted in the files by another program.</summary>
internal static class ScbCases
{
    public static IEnumerable<RealFileCase> All =>
    [
        new("scb/v2/config.json", async file =>
        {
            // maxDataCells 150000: 290 × 22 × 3 × 16 = 306 240 cells are halved by region twice.
            await file.FromWebAsync(Monthly(file, 20, new(2025, 2026)));
            Assert.Equal(4, Questions(file).Count);
            // maxCallsPerTimeWindow 3, timeWindow 1: the fourth call waits a second after the first.
            Assert.Contains(file.Web.Clock.Waits, wait => wait > TimeSpan.FromMilliseconds(900));
        }),
        new("scb/v2/TAB6471_metadata.json", async file =>
        {
            await file.FromWebAsync(Monthly(file, 10, new(2026, 2026)));
            var selection = JsonDocument.Parse(Assert.Single(Questions(file)).Body!).RootElement.GetProperty("selection").EnumerateArray()
                .ToDictionary(part => part.GetProperty("variableCode").GetString()!, part => part.GetProperty("valueCodes").EnumerateArray().Select(code => code.GetString()!).ToList());
            // 312 regions, of which 290 municipalities; 16 months, of which four of 2026.
            Assert.Equal(["0114", "2584"], new[] { selection["Region"][0], selection["Region"][289] });
            Assert.Equal(["2026M01", "2026M02", "2026M03", "2026M04"], selection["Tid"]);
        }),
        new("scb/v2/TAB6471_data.json", Data),
        new("scb/v2/search.json", async file =>
        {
            var list = await ListAsync(file, "/tables?lang=sv&query=x");
            Assert.Equal((10, 10), (list.GetProperty("tables").GetArrayLength(), list.GetProperty("page").GetProperty("totalElements").GetInt32()));
            Assert.Equal(("TAB4552", "2024"), (list.GetProperty("tables")[0].GetProperty("id").GetString(), list.GetProperty("tables")[0].GetProperty("lastPeriod").GetString()));
        }),
        new("scb/v2/tables.json", async file =>
        {
            var list = await ListAsync(file, "/tables?lang=sv");
            Assert.Equal((20, 4246, 213), (list.GetProperty("tables").GetArrayLength(), list.GetProperty("page").GetProperty("totalElements").GetInt32(), list.GetProperty("page").GetProperty("totalPages").GetInt32()));
            Assert.Equal("2026-05-29T06:00:00Z", list.GetProperty("tables")[0].GetProperty("updated").GetString());
        }),
        new("scb/v2/agg_Ålder10årJ.json", async file =>
        {
            var list = await ListAsync(file, "/codelists/agg_%C3%85lder10%C3%A5rJ?lang=sv");
            var classes = list.GetProperty("values").EnumerateArray().ToDictionary(part => part.GetProperty("code").GetString()!, part => part.GetProperty("valueMap").EnumerateArray().Select(age => age.GetString()!).ToList());
            // Eleven classes of ten ages, the last of one; each age that we ask for in one of them.
            Assert.Equal((11, 101), (classes.Count, classes.Values.Sum(ages => ages.Count)));
            var settings = (PxWebSettings)file.Bench.Source("scb-population").Settings;
            Assert.All(Enumerable.Range(settings.FirstAge, settings.LastAge - settings.FirstAge + 1), age => Assert.Single(classes.Values, ages => ages.Contains($"{age}")));
        }),
    ];

    /// <summary>
    /// The answer is of counties, classes of ages and months, which the dataset does not have: it is refused whole. With these named as
    /// municipalities, ages and years its figures are those of the file.
    /// </summary>
    private static async Task Data(RealFile file)
    {
        var source = Monthly(file, 10, new(2026, 2026));
        var refused = await file.FromWebAsync(source);
        // 21 regions × 11 ages × 3 × 4 months, each with a county for a municipality (by form and by registry), a class for an age and a day that is not the statistics'.
        Assert.Equal(4 * 2772, Assert.Single(refused.Refused).Problems);
        Assert.Contains("värde \"01\"", Bench.Report(refused), StringComparison.Ordinal);

        var municipalities = File.ReadLines(file.Bench.Project.Municipalities).Skip(1).Select(line => line.Split(',')[0]).GroupBy(code => code[..2]).ToDictionary(county => county.Key, county => county.First());
        file.Web.Server.Misbehave(question => question.Method == "POST", Misbehaviours.Changed(text =>
        {
            var json = JsonNode.Parse(text)!;
            Rename(json["dimension"]!["Region"]!, code => municipalities[code]);
            var ages = json["dimension"]!["Alder"]!["category"]!["index"]!.AsObject().Select((age, place) => (age.Key, place)).ToDictionary(age => age.Key, age => $"{age.place}");
            Rename(json["dimension"]!["Alder"]!, code => ages[code]);
            // Years of SCB's noise, in which the sexes need not make the total.
            Rename(json["dimension"]!["Tid"]!, code => $"{2024 + int.Parse(code[5..], CultureInfo.InvariantCulture)}");
            return json.ToJsonString();
        }));
        var outcome = await file.FromWebAsync(source);
        file.Says(outcome, "select count(*), sum(population) from vintage", "2772 84837753");
        // Västra Götaland, 10–19 years, April 2026: 208 017, and 107 238 men and 100 778 women, which SCB's noise makes one less.
        file.Says(outcome, $"select sex, population from vintage where municipality_code = '{municipalities["14"]}' and age_group = '1' and reference_date = date '2028-12-31' order by 1",
            "men 107238", "total 208017", "women 100778");
        Assert.Contains(outcome.Vintage!.ReadPackage().Notes!, note => note.Contains("Cell Key Method", StringComparison.Ordinal));
    }

    private static void Rename(JsonNode dimension, Func<string, string> name)
    {
        foreach (var part in new[] { "index", "label" })
        {
            dimension["category"]![part] = new JsonObject(dimension["category"]![part]!.AsObject().Select(code => KeyValuePair.Create(name(code.Key), code.Value?.DeepClone())));
        }
    }

    private static SourceDefinition Monthly(RealFile file, int lastAge, YearRange years) => file.Web.Scb() with
    {
        Settings = new PxWebSettings(
            "TAB6471", "json-stat2", null, "Region", "Alder", 0, lastAge, "TotSA", "Kon", new Dictionary<string, string> { ["TotSa"] = "total", ["1"] = "men", ["2"] = "women" },
            "ContentsCode", "000007SF", "Tid", years),
    };

    private static List<ReplayQuestion> Questions(RealFile file) => [.. file.Web.Server.Asked.Where(question => question.Method == "POST")];

    /// <summary>No adapter asks for these lists. The answer comes the way every answer does.</summary>
    private static async Task<JsonElement> ListAsync(RealFile file, string rest)
    {
        var answer = await file.Web.AskAsync(file.Web.Scb(), rest);
        Assert.Equal(200, answer.Status);
        return JsonDocument.Parse(answer.Body).RootElement;
    }
}
