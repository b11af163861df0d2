using System.Globalization;
using System.Text;
using System.Web;
using Utvardering.Testing;
using Utvardering.Testing.Replay;

namespace Utvardering.Benchmarks.Kolada;

/// <summary>
/// A Kolada of so many figures that its answers take a given number of pages. Figures are counted out from their place, so nothing is held.
/// </summary>
/// <param name="perPage">Figures on a page.</param>
internal sealed class ManyPages(int perPage)
{
    public const int FirstYear = 2000;
    public const int Years = 25;

    // Kolada's own limit, and the adapter's.
    private const int IndicatorsPerQuestion = 25;

    private static readonly string[] Municipalities =
        [.. File.ReadLines(Path.Combine(Repository.Root, "pipelines", "registry", "municipalities.csv")).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')[0])];

    public static int FiguresPerIndicator => Municipalities.Length * Years;

    /// <summary>The indicators whose figures fill at least so many pages.</summary>
    public static IReadOnlyList<string> Indicators(int pages, int perPage) =>
        [.. Enumerable.Range(1, (int)Math.Ceiling((double)pages * perPage / FiguresPerIndicator)).Select(number => string.Create(CultureInfo.InvariantCulture, $"N{number:00000}"))];

    /// <summary>The pages of all questions for the indicators together.</summary>
    public static int Pages(int indicators, int perPage) => Enumerable.Range(0, indicators).Chunk(IndicatorsPerQuestion)
        .Sum(chunk => (int)Math.Ceiling((double)chunk.Length * FiguresPerIndicator / perPage));

    public ReplayAnswer? Answer(ReplayQuestion question)
    {
        var address = new Uri(question.Address);
        if (address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is not ["v3", "data", "kpi", var list, "year", var years])
        {
            return null;
        }

        var (kpis, periods) = (list.Split(','), years.Split(','));
        var page = int.Parse(HttpUtility.ParseQueryString(address.Query)["page"] ?? "1", CultureInfo.InvariantCulture);
        var total = kpis.Length * Municipalities.Length * periods.Length;
        var (first, last) = ((page - 1) * perPage, Math.Min(page * perPage, total));
        var json = new StringBuilder("{\"values\":[");
        for (var place = first; place < last; place++)
        {
            var (kpi, municipality, period) = (place / (Municipalities.Length * periods.Length), place / periods.Length % Municipalities.Length, place % periods.Length);
            json.Append(place == first ? "" : ",").Append(CultureInfo.InvariantCulture,
                $"{{\"kpi\":\"{kpis[kpi]}\",\"municipality\":\"{Municipalities[municipality]}\",\"period\":{periods[period]},\"values\":[{{\"gender\":\"T\",\"count\":1,\"status\":\"\",\"value\":{place}.25,\"isdeleted\":false}}]}}");
        }

        var next = last < total ? string.Create(CultureInfo.InvariantCulture, $"\"{question.Address.Split('&', 2)[0]}&per_page={perPage}&page={page + 1}\"") : "null";
        json.Append(CultureInfo.InvariantCulture, $"],\"next_url\":{next},\"previous_url\":null,\"count\":{last - first}}}");
        return ReplayAnswer.Json(json.ToString());
    }
}
