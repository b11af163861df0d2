using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Core;

internal static class Municipality
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        var areasAreKnown = from["lake.feed"].Any(row => row.Text("dataset") == "vulnerable_areas");
        foreach (var registered in from["registry.municipality"])
        {
            bool Here(Row row) => row.Text("municipality_code") == registered.Text("code");
            var newest = from["staging.population"].Where(row => Here(row) && row.Text("band") == "total" && row.Text("sex") == "total").MaxBy(row => row.Number("year"));
            yield return new Row
            {
                ["municipality_code"] = registered["code"],
                ["name"] = registered["name"],
                ["county_code"] = registered["county_code"],
                ["county"] = registered["county"],
                ["skr_group"] = from["lake.municipality_groups"].FirstOrDefault(Here)?["skr_group"] ?? registered["skr_group"],
                ["population"] = newest?["population"],
                ["population_year"] = newest?["year"],
                ["population_class"] = newest is null ? null : from["registry.population_class"].Where(row => row.Number("at_least") <= newest.Number("population")).MaxBy(row => row.Number("at_least"))?["class_id"],
                ["vulnerable_areas"] = areasAreKnown ? from["lake.vulnerable_areas"].Count(Here) : null,
            };
        }
    }
}
