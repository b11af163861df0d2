using System.Globalization;
using Utvardering.SampleData.Model;
using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Kolada;

/// <summary>
/// "Liknande kommuner": for each municipality the nearest by inhabitants and the means of a few key figures, as logarithms in standard
/// deviations. Those of the first year, so that the groups are the same whatever day the world stands at.
/// </summary>
internal static class KoladaSimilar
{
    public static IEnumerable<(string Id, string Title, Municipality[] Members)> Of(World world, SimilarGroups groups)
    {
        var year = world.Settings.Kolada.FirstYear;
        var criteria = world.Settings.Kolada.Kpis
            .Where(kpi => groups.By.Contains(kpi.Code))
            .Select(kpi => world.Model(kpi, Grain.Year, year))
            .Select(model => Standardised(world, municipality => model.Mean(municipality, year)))
            .Prepend(Standardised(world, municipality => world.Population.Total(municipality, year)))
            .ToList();
        return world.Municipalities.Select((municipality, place) => (
            string.Create(CultureInfo.InvariantCulture, $"G{groups.FirstId + place}"),
            string.Create(CultureInfo.InvariantCulture, $"{groups.Title}, {municipality.Name}, {groups.Year}"),
            Nearest(world, municipality, groups.Members, criteria)));
    }

    private static Municipality[] Nearest(World world, Municipality municipality, int count, List<Dictionary<string, double>> criteria) =>
    [
        .. world.Municipalities
            .Where(other => other.Code != municipality.Code)
            .OrderBy(other => criteria.Sum(values => Math.Pow(values[other.Code] - values[municipality.Code], 2)))
            .ThenBy(other => other.Code, StringComparer.Ordinal)
            .Take(count)
            .OrderBy(other => other.Code, StringComparer.Ordinal),
    ];

    private static Dictionary<string, double> Standardised(World world, Func<Municipality, double> figure)
    {
        var logarithms = world.Municipalities.ToDictionary(municipality => municipality.Code, municipality => Math.Log(figure(municipality)));
        var mean = logarithms.Values.Average();
        var deviation = Math.Sqrt(logarithms.Values.Average(value => Math.Pow(value - mean, 2)));
        return logarithms.ToDictionary(pair => pair.Key, pair => (pair.Value - mean) / deviation);
    }
}
