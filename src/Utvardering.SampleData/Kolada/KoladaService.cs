using System.Globalization;
using System.Text.Json;
using Utvardering.SampleData.Model;
using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Kolada;

/// <summary>
/// Kolada's API, version 3: catalogue and data, at most 25 ids a path segment, pages of at most 5 000. Only municipalities are
/// there: no regions and no organisational units.
/// </summary>
internal sealed class KoladaService(World world)
{
    public const string BaseAddress = "https://api.kolada.se/v3";

    private static readonly HashSet<string> KnownParameters = ["kpi_id", "municipality_id", "year", "from_date", "region_type", "per_page", "page"];

    private readonly KoladaCatalogue catalogue = new(world);
    private readonly KoladaFigures[] figures =
        [.. world.Settings.Kolada.Kpis.OrderBy(kpi => kpi.Code, StringComparer.Ordinal).Select(kpi => new KoladaFigures(world, kpi))];

    public SampleAnswer Answer(Address address, string asked)
    {
        try
        {
            // A misspelt parameter gives an empty list in Kolada, not an error; so do regions, which this world lacks.
            var empty = address.Query.Any(pair => !KnownParameters.Contains(pair.Name)) || address["region_type"] is not (null or "K");
            return Answer(address, asked, empty);
        }
        catch (KoladaErrorException error)
        {
            return Json.Answer(error.Status, "application/json", json => json.WriteString("detail", error.Message));
        }
    }

    private SampleAnswer Answer(Address address, string asked, bool empty) => address.Segments switch
    {
        ["data", ..] => KoladaPage.Of(address, asked, Rows(KoladaQuestion.Read(address), empty), Write),
        ["kpi", ..] => KoladaPage.Of(address, asked, Chosen(address, empty, figures.Select(figure => figure.Kpi), kpi => kpi.Code), catalogue.Write),
        ["municipality", ..] => KoladaPage.Of(address, asked, Chosen(address, empty, world.Municipalities, municipality => municipality.Code), KoladaCatalogue.Write),
        ["municipality_groups", ..] => KoladaPage.Of(address, asked, Chosen(address, empty, catalogue.Groups, group => group.Id), KoladaCatalogue.Write),
        _ => throw new KoladaErrorException(404, "Not Found"),
    };

    private List<(KoladaFigures Figure, Municipality Municipality, int Year)> Rows(KoladaQuestion question, bool empty)
    {
        var rows = new List<(KoladaFigures, Municipality, int)>();
        foreach (var figure in figures.Where(_ => !empty))
        {
            foreach (var municipality in world.Municipalities)
            {
                for (var year = world.Settings.Kolada.FirstYear; year <= world.Calendar.LastKpiYear(figure.Kpi); year++)
                {
                    if (question.Asks(figure.Kpi.Code, municipality.Code, year) && !(figure.Kpi.Published.In(year + 1) < question.From))
                    {
                        rows.Add((figure, municipality, year));
                    }
                }
            }
        }

        return rows;
    }

    // All of a list, or those of the ids that follow its name in the address.
    private static List<T> Chosen<T>(Address address, bool empty, IEnumerable<T> items, Func<T, string> id)
    {
        var ids = address.Segments.Count switch
        {
            1 => null,
            2 => address.Segments[1].Split(','),
            _ => throw new KoladaErrorException(404, "Not Found"),
        };
        return [.. items.Where(item => !empty && ids?.Contains(id(item)) != false)];
    }

    private static void Write(Utf8JsonWriter json, (KoladaFigures Figure, Municipality Municipality, int Year) row)
    {
        json.WriteStartObject();
        json.WriteString("kpi", row.Figure.Kpi.Code);
        json.WriteString("municipality", row.Municipality.Code);
        json.WriteNumber("period", row.Year);
        json.Array("values", row.Figure.Values(row.Municipality, row.Year), value =>
        {
            json.WriteStartObject();
            json.WriteString("gender", value.Gender);
            json.WriteNumber("count", 1);
            json.WriteString("status", value.Status);
            json.WritePropertyName("value");
            // Ten significant digits, as Kolada gives them.
            json.WriteRawValue(value.Value?.ToString("G10", CultureInfo.InvariantCulture) ?? "null", skipInputValidation: true);
            json.WriteBoolean("isdeleted", false);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }
}
