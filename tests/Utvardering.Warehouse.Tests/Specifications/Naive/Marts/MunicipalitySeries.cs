using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Marts;

internal static class MunicipalitySeries
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        foreach (var observation in from["core.observation"].Where(row => row.Text("sex") == "total" && row.Text("age") == "total"))
        {
            var municipality = from["core.municipality"].Single(row => row.Text("municipality_code") == observation.Text("municipality_code"));
            var feed = from["lake.feed"].Single(row => row.Text("source") == observation.Text("source"));
            yield return new Row
            {
                ["indicator_id"] = observation["indicator_id"],
                ["municipality_code"] = observation["municipality_code"],
                ["municipality"] = municipality["name"],
                ["skr_group"] = municipality["skr_group"],
                ["grain"] = observation["grain"],
                ["period_start"] = observation["period_start"],
                ["numerator"] = observation["numerator"],
                ["denominator"] = observation["denominator"],
                ["value"] = observation["value"],
                ["status"] = observation["status"],
                ["exposure_status"] = observation["exposure_status"],
                ["origin"] = feed["origin"],
                ["source"] = observation["source"],
                ["vintage"] = observation["vintage"],
            };
        }
    }
}
