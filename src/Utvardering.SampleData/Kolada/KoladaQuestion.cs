using System.Globalization;

namespace Utvardering.SampleData.Kolada;

/// <summary>A question for data: two or three of key figures, municipalities and years, and what restricts the answer.</summary>
internal sealed record KoladaQuestion(HashSet<string>? Kpis, HashSet<string>? Municipalities, HashSet<int>? Years, DateOnly? From)
{
    private const int IdsPerSegment = 25;

    /// <summary>The question of an address such as <c>data/kpi/A,B/year/2023</c> or <c>data?kpi_id=A&amp;year=2023</c>.</summary>
    /// <exception cref="KoladaErrorException">404 for another form of address, 400 for parts that can't be read.</exception>
    public static KoladaQuestion Read(Address address)
    {
        var lists = new Dictionary<string, string[]>();
        var segments = address.Segments;
        for (var i = 1; i < segments.Count; i += 2)
        {
            if (segments[i] is not ("kpi" or "municipality" or "year") || i + 1 == segments.Count || !lists.TryAdd(segments[i], Split(segments[i + 1])))
            {
                throw new KoladaErrorException(404, "Not Found");
            }
        }

        foreach (var (name, value) in address.Query.Where(pair => segments.Count == 1 && pair.Name is "kpi_id" or "municipality_id" or "year"))
        {
            lists[name.Replace("_id", "", StringComparison.Ordinal)] = Split(value);
        }

        return lists.Count < 2
            ? throw new KoladaErrorException(404, "Not Found")
            : new KoladaQuestion(Ids("kpi"), Ids("municipality"), Ids("year")?.Select(Year).ToHashSet(), Day(address["from_date"]));

        HashSet<string>? Ids(string name) => lists.TryGetValue(name, out var ids) ? [.. ids] : null;
    }

    public bool Asks(string kpi, string municipality, int year) =>
        (Kpis?.Contains(kpi) ?? true) && (Municipalities?.Contains(municipality) ?? true) && (Years?.Contains(year) ?? true);

    private static string[] Split(string list)
    {
        var ids = list.Split(',');
        return ids.Length > IdsPerSegment ? throw new KoladaErrorException(400, $"More than {IdsPerSegment} ids in one segment") : ids;
    }

    private static int Year(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        ? year
        : throw new KoladaErrorException(400, $"\"{text}\" is not a year");

    private static DateOnly? Day(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new KoladaErrorException(400, $"\"{text}\" is not a date");
    }
}
