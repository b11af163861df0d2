using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Marts;

internal static class MunicipalitySeries
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        foreach (var total in from["core.total"])
        {
            var municipality = from["core.municipality"].Single(row => row.Text("municipality_code") == total.Text("municipality_code"));
            var feed = from["lake.feed"].Single(row => row.Text("source") == total.Text("source"));
            yield return new Row
            {
                ["indicator_id"] = total["indicator_id"],
                ["municipality_code"] = total["municipality_code"],
                ["municipality"] = municipality["name"],
                ["skr_group"] = municipality["skr_group"],
                ["grain"] = total["grain"],
                ["period_start"] = total["period_start"],
                ["numerator"] = total["numerator"],
                ["denominator"] = total["denominator"],
                ["value"] = total["value"],
                ["status"] = total["status"],
                ["exposure_status"] = total["exposure_status"],
                ["origin"] = feed["origin"],
                ["source"] = total["source"],
                ["vintage"] = total["vintage"],
            };
        }
    }
}
