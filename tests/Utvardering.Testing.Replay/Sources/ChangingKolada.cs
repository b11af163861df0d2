using System.Globalization;
using System.Text.Json.Nodes;
using System.Web;

namespace Utvardering.Testing.Replay.Sources;

/// <summary>
/// A Kolada of few figures that change from day to day, each with the day it was last changed: a whole question gets what is there, one
/// with <c>from_date</c> what was changed on that day or later, withdrawn values as <c>isdeleted</c>.
/// </summary>
public sealed class ChangingKolada
{
    private readonly SortedDictionary<string, Figure> figures = new(StringComparer.Ordinal);

    private sealed record Figure(string Kpi, string Municipality, int Year, double? Value, string Status, DateOnly Changed, bool Deleted);

    /// <param name="value">Null: the status says why.</param>
    /// <param name="told">The day the source says it was changed.</param>
    public ChangingKolada Set(string kpi, string municipality, int year, double? value, DateOnly told, string status = "")
    {
        figures[$"{kpi} {municipality} {year}"] = new(kpi, municipality, year, value, status, told, Deleted: false);
        return this;
    }

    /// <summary>Withdraws a value.</summary>
    public void Delete(string kpi, string municipality, int year, DateOnly told)
    {
        var key = $"{kpi} {municipality} {year}";
        figures[key] = figures[key] with { Changed = told, Deleted = true };
    }

    public ReplayAnswer? Answer(ReplayQuestion question)
    {
        var address = new Uri(question.Address);
        var query = HttpUtility.ParseQueryString(address.Query);
        return address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["v3", "data", "kpi", var kpis, "year", var years] => Page(kpis, years, null),
            ["v3", "data"] => Page(query["kpi_id"]!, query["year"]!, DateOnly.ParseExact(query["from_date"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ => null,
        };
    }

    private ReplayAnswer Page(string kpis, string years, DateOnly? from)
    {
        var shown = figures.Values.Where(figure =>
            kpis.Split(',').Contains(figure.Kpi) && years.Split(',').Contains(figure.Year.ToString(CultureInfo.InvariantCulture))
            && (from is null ? !figure.Deleted : figure.Changed >= from)).ToList();
        return ReplayAnswer.Json(new JsonObject
        {
            ["values"] = new JsonArray([.. shown.Select(Json)]),
            ["next_url"] = null,
            ["previous_url"] = null,
            ["count"] = shown.Count,
        }.ToJsonString());
    }

    private static JsonObject Json(Figure figure) => new()
    {
        ["kpi"] = figure.Kpi,
        ["municipality"] = figure.Municipality,
        ["period"] = figure.Year,
        ["values"] = new JsonArray(new JsonObject
        {
            ["gender"] = "T",
            ["count"] = 1,
            ["status"] = figure.Status,
            ["value"] = figure.Deleted ? null : figure.Value,
            ["isdeleted"] = figure.Deleted,
        }),
    };
}
