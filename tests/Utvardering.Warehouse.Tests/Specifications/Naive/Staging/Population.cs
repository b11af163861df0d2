using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Staging;

internal static class Population
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        var published = from["lake.population"]
            .Where(row => row.Text("sex") == "total" && row.Number("population") is not null && row.Date("reference_date").Month == 12)
            .ToList();
        foreach (var total in published.Where(row => row.Text("age_group") == "total"))
        {
            yield return Band(total, "total", total.Number("population"));
        }

        foreach (var year in published.Where(row => row.Text("age_group") != "total").GroupBy(row => (row.Text("municipality_code"), row.Date("reference_date").Year)))
        {
            if (Enumerable.Range(0, 21).All(age => year.Any(row => row.Text("age_group") == $"{age}")))
            {
                yield return Band(year.First(), "0_20", year.Sum(row => row.Number("population")));
            }
        }
    }

    private static Row Band(Row of, string band, double? population)
        => new() { ["municipality_code"] = of["municipality_code"], ["year"] = of.Date("reference_date").Year, ["band"] = band, ["population"] = population };
}
