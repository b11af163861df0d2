using System.Globalization;
using Utvardering.Ingestion.Sources;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>What is asked of one topic of Socialstyrelsen's database.</summary>
/// <param name="Category">The topic's own division, such as diagnoses; null when it has none.</param>
internal sealed record SocialstyrelsenSettings(
    string Topic,
    SocialstyrelsenVariable Measure,
    SocialstyrelsenVariable? Category,
    SocialstyrelsenVariable Region,
    SocialstyrelsenVariable Age,
    SocialstyrelsenVariable Sex,
    YearRange Years) : AdapterSettings
{
    public static SocialstyrelsenSettings Read(SettingsNode select)
    {
        var region = select["region"];
        return select.Done(new SocialstyrelsenSettings(
            select["topic"].Text(),
            Variable(select["measure"]),
            select.Find("category") is { } category ? Variable(category) : null,
            region.Done(new SocialstyrelsenVariable(region["variable"].Text(), region["ids"].Texts().ToDictionary(id => id, StringComparer.Ordinal))),
            Variable(select["age"]),
            Variable(select["sex"]),
            YearRange.Read(select, "years")));
    }

    /// <summary>One path a measure and category: the measure takes one id a question.</summary>
    /// <param name="year">The last year of an open range.</param>
    public IEnumerable<string> Paths(int year) =>
        from measure in Measure.Codes.Keys
        from category in Category?.Codes.Keys ?? [""]
        select string.Concat(
            $"/{Topic}/resultat/{Measure.Name}/{measure}",
            Category is null ? "" : $"/{Category.Name}/{category}",
            $"/{Region.Name}/{string.Join(',', Region.Codes.Keys)}/{Age.Name}/{string.Join(',', Age.Codes.Keys)}/{Sex.Name}/{string.Join(',', Sex.Codes.Keys)}",
            $"/ar/{string.Join(',', Years.Until(year).Select(each => each.ToString(CultureInfo.InvariantCulture)))}");

    /// <summary>The category out of the address asked: the rows need not say it.</summary>
    public string? CategoryOf(string origin)
    {
        var segments = new Uri(origin).AbsolutePath.Split('/');
        var place = Array.IndexOf(segments, Category!.Name);
        return place >= 0 && place + 1 < segments.Length ? Category.Codes.GetValueOrDefault(segments[place + 1]) : null;
    }

    private static SocialstyrelsenVariable Variable(SettingsNode node) => node.Done(new SocialstyrelsenVariable(node["variable"].Text(), node["codes"].AllTexts()));
}
