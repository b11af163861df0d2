using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Staging;

internal static class Population
{
    private static readonly (int Youngest, int Oldest)[] Bands = [(0, 20), (0, 12), (13, 15), (16, 17), (18, 20)];

    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        var published = from["lake.population"].Where(row => row.Number("population") is not null && row.Date("reference_date").Month == 12).ToList();
        foreach (var year in published.GroupBy(row => (row.Text("municipality_code"), row.Date("reference_date").Year, row.Text("sex"))))
        {
            double? Aged(string age) => year.SingleOrDefault(row => row.Text("age_group") == age)?.Number("population");
            if (Aged("total") is { } all)
            {
                yield return Band(year.First(), "total", all);
            }

            foreach (var (youngest, oldest) in Bands)
            {
                // One age that is not known and the band is not.
                if (Enumerable.Range(youngest, oldest - youngest + 1).Select(age => Aged($"{age}")).Aggregate((double?)0, (sum, age) => sum + age) is { } children)
                {
                    yield return Band(year.First(), $"{youngest}_{oldest}", children);
                }
            }
        }
    }

    private static Row Band(Row of, string band, double population) => new()
    {
        ["municipality_code"] = of["municipality_code"], ["year"] = of.Date("reference_date").Year, ["band"] = band, ["sex"] = of["sex"], ["population"] = population,
    };
}
