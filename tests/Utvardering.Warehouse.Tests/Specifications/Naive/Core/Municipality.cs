using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Core;

internal static class Municipality
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from) => from["registry.municipality"].Select(registered => new Row
    {
        ["municipality_code"] = registered["code"],
        ["name"] = registered["name"],
        ["county_code"] = registered["county_code"],
        ["county"] = registered["county"],
        ["skr_group"] = from["lake.municipality_groups"].FirstOrDefault(row => row.Text("municipality_code") == registered.Text("code"))?["skr_group"] ?? registered["skr_group"],
    });
}
