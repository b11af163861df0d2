using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Core;

internal static class PopulationYearEnd
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        var population = from["staging.population"];
        var years = population.Select(row => (int)row.Number("year")!).ToList();
        int[] needed =
        [
            .. years,
            .. from["staging.offence_period"].Select(row => row.Date("month").Year),
            .. from["staging.delivered_measure"].Select(row => row.Date("quarter").Year),
            .. from["lake.indicator_values"].Select(row => (int)row.Number("year")!),
        ];
        foreach (var unit in population.GroupBy(row => (Municipality: row.Text("municipality_code"), Band: row.Text("band"), Sex: row.Text("sex"))))
        {
            var known = unit.ToDictionary(row => (int)row.Number("year")!, row => row.Number("population")!.Value);
            for (var year = years.Min(); year <= needed.Max(); year++)
            {
                var (inhabitants, status) = At(known, year);
                yield return new Row
                {
                    ["municipality_code"] = unit.Key.Municipality, ["band"] = unit.Key.Band, ["sex"] = unit.Key.Sex, ["year"] = year, ["population"] = inhabitants, ["status"] = status,
                };
            }
        }
    }

    private static (double? Inhabitants, string Status) At(Dictionary<int, double> known, int year)
    {
        if (known.TryGetValue(year, out var published))
        {
            return (published, "");
        }

        if (known.Keys.Min() > year)
        {
            return (null, "not_available");
        }

        var before = known.Keys.Where(other => other < year).Max();
        if (known.Keys.Max() < year)
        {
            return (known[before], "carried_forward");
        }

        var after = known.Keys.Where(other => other > year).Min();
        var share = (year - before) / (double)(after - before);
        return (((1 - share) * known[before]) + (share * known[after]), "interpolated");
    }
}
