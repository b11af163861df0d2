using System.Text.Json;
using Utvardering.SampleData.Model;

namespace Utvardering.SampleData.Scb;

/// <summary>SCB's PxWebApi v2 with one table.</summary>
internal sealed class ScbService(World world)
{
    public const string BaseAddress = "https://statistikdatabasen.scb.se/api/v2";

    private const int MaxDataCells = 150_000;

    private readonly PopulationTable table = new(world);

    public SampleAnswer Answer(Address address, string? body)
    {
        try
        {
            return address.Segments switch
            {
                ["config"] => Ok(Config),
                ["tables", PopulationTable.Id] => Ok(Table),
                ["tables", PopulationTable.Id, "metadata"] => Ok(json => JsonStat.Write(json, table, table.Label, table.Variables, [])),
                ["tables", PopulationTable.Id, "data"] => Data(ScbSelection.Read(table.Variables, address, body)),
                _ => throw ScbErrorException.NoTable,
            };
        }
        catch (ScbErrorException error)
        {
            return Json.Answer(error.Status, "application/problem+json; charset=utf-8", json =>
            {
                json.WriteString("type", "Parameter error");
                json.WriteString("title", error.Message);
                json.WriteNumber("status", error.Status);
                if (error.Detail is not null)
                {
                    json.WriteString("detail", error.Detail);
                }
            });
        }
    }

    private static SampleAnswer Ok(Action<Utf8JsonWriter> write) => Json.Answer(200, "application/json; charset=utf-8", write);

    private SampleAnswer Data(ScbSelection selection)
    {
        if (selection.Cells > MaxDataCells)
        {
            throw ScbErrorException.TooManyCells;
        }

        var label = $"Folkmängden efter {string.Join(", ", selection.Variables.Select(variable => variable.Label).Where(name => name is not ("tabellinnehåll" or "år")))} och år";
        return Ok(json => JsonStat.Write(json, table, label, selection.Variables, Values(selection)));
    }

    // Row-major, in the table's order of variables; one left out has the single value null.
    private IEnumerable<int> Values(ScbSelection selection) =>
        from region in Codes(selection, "Region")
        from age in Codes(selection, "Alder")
        from sex in Codes(selection, "Kon")
        from content in Codes(selection, "ContentsCode")
        from year in Codes(selection, "Tid")
        select table.Value(region, age, sex, year!);

    private static IEnumerable<string?> Codes(ScbSelection selection, string variable) =>
        selection.Variables.SingleOrDefault(one => one.Code == variable)?.Values.Select(value => value.Code) ?? [null];

    private static void Config(Utf8JsonWriter json)
    {
        json.WriteString("apiVersion", "2.2.0");
        json.WriteString("appVersion", "1.0.0");
        json.Array("languages", [("sv", "Svenska")], language =>
        {
            json.WriteStartObject();
            json.WriteString("id", language.Item1);
            json.WriteString("label", language.Item2);
            json.WriteEndObject();
        });
        json.WriteString("defaultLanguage", "sv");
        json.WriteNumber("maxDataCells", MaxDataCells);
        json.WriteNumber("maxCallsPerTimeWindow", 3);
        json.WriteNumber("timeWindow", 1);
        json.WriteString("license", "https://creativecommons.org/share-your-work/public-domain/cc0/");
        json.WriteString("defaultDataFormat", "json-stat2");
        json.Array("dataFormats", ["json-stat2"], json.WriteStringValue);
    }

    private void Table(Utf8JsonWriter json)
    {
        json.WriteString("language", "sv");
        json.WriteString("id", PopulationTable.Id);
        json.WriteString("label", table.Label);
        json.WriteString("description", "");
        json.WriteString("updated", table.Updated);
        json.WriteString("firstPeriod", table.FirstYear);
        json.WriteString("lastPeriod", table.LastYear);
        json.WriteString("category", "public");
        json.Array("variableNames", table.Variables, variable => json.WriteStringValue(variable.Label));
        json.WriteString("source", "SCB");
        json.WriteString("subjectCode", "BE");
        json.WriteString("timeUnit", "Annual");
        json.WriteNull("discontinued");
    }
}
