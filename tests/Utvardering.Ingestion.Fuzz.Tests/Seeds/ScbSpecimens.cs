using System.Text;

namespace Utvardering.Ingestion.Fuzz.Tests.Seeds;

/// <summary>Answers of SCB: json-stat2 from both versions of the interface, and version 1's CSV.</summary>
internal static class ScbSpecimens
{
    private const string Version1 = "https://api.scb.se/OV0104/v1/doris/sv/ssd/BE/BE0101/BE0101A/BefolkningNy";
    private const string Version2 = "https://statistikdatabasen.scb.se/api/v2/tables/TAB638/data?lang=sv&outputFormat=json-stat2";

    private static readonly Seed Description = new(Version1, Encoding.UTF8.GetBytes($$"""
        {"title":"Folkmängd","variables":[
        {"code":"Region","text":"region","values":[{{List(Town.All.Select(town => town.Code))}}],"valueTexts":[{{List(Town.All.Select(town => town.Name))}}],"elimination":true},
        {"code":"Alder","text":"ålder","values":["0","1","2","3","tot"],"valueTexts":["0 år","1 år","2 år","3 år","totalt ålder"]},
        {"code":"Kon","text":"kön","values":["1","2"],"valueTexts":["män","kvinnor"],"elimination":true},
        {"code":"ContentsCode","text":"tabellinnehåll","values":["BE0101N1"],"valueTexts":["Folkmängd"]},
        {"code":"Tid","text":"år","values":["2022","2023"],"valueTexts":["2022","2023"],"time":true}]}
        """));

    static ScbSpecimens() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyList<Specimen> All { get; } =
    [
        new("scb-pxweb-v2", "scb-population", Form.Json, place => new(Version2, JsonStat(Town.Of(place).Code, sexes: false))),
        new("scb-pxweb-v1", "scb-population-v1", Form.Json, place => new(Version1, JsonStat(Town.Of(place).Code, sexes: true))),
        new("scb-pxweb-v1.csv", "fuzz-scb-csv", Form.Text, place => Csv(Town.Of(place)) with { Before = [Description] }),
    ];

    private static byte[] JsonStat(string region, bool sexes)
    {
        var sex = sexes ? "\"Kon\":{\"label\":\"kön\",\"category\":{\"index\":{\"1\":0,\"2\":1},\"label\":{\"1\":\"män\",\"2\":\"kvinnor\"}}}," : "";
        var values = sexes ? "5,6,7,null,9,10,11,12,100,200,300,400" : "5,6,7,null,500,600";
        return Encoding.UTF8.GetBytes($$$$"""
            {"version":"2.0","class":"dataset","label":"Folkmängd","source":"SCB","updated":"2024-02-22T07:00:00Z","note":["Cell Key Method från 2025."],
            "id":["Region","Alder",{{{{(sexes ? "\"Kon\"," : "")}}}}"ContentsCode","Tid"],"size":[1,3,{{{{(sexes ? "2," : "")}}}}1,2],
            "dimension":{"Region":{"label":"region","category":{"index":{"{{{{region}}}}":0},"label":{"{{{{region}}}}":"{{{{region}}}}"}}},
            "Alder":{"label":"ålder","category":{"index":{"0":0,"1":1,"tot":2},"label":{"0":"0 år","1":"1 år","tot":"totalt"}}},{{{{sex}}}}
            "ContentsCode":{"label":"innehåll","category":{"index":["BE0101N1"],"label":{"BE0101N1":"Folkmängd"}}},
            "Tid":{"label":"år","category":{"index":{"2022":0,"2023":1} } } },
            "value":[{{{{values}}}}],"status":{"3":".."},"role":{"time":["Tid"]}}
            """);
    }

    private static Seed Csv(Town town) => new(Version1, Encoding.GetEncoding("windows-1252").GetBytes(
        "\"region\",\"ålder\",\"kön\",\"Folkmängd 2022\",\"Folkmängd 2023\"\r\n"
        + string.Concat(new[] { "0 år", "1 år", "totalt ålder" }.SelectMany(age => new[] { "män", "kvinnor" }, (age, sex) =>
            $"\"{town.Code} {town.Name}\",\"{age}\",\"{sex}\",{(age[0] == 't' ? "1\u00A0234,2\u00A0345" : "12,..")}\r\n"))));

    private static string List(IEnumerable<string> texts) => string.Join(',', texts.Select(text => $"\"{text}\""));
}
