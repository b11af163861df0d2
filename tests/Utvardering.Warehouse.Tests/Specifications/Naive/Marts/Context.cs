using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Marts;

internal static class Context
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        var known = from["lake.indicator_values"].Where(row => row.Text("sex") == "total" && row.Number("value") is not null);
        foreach (var cell in known.GroupBy(row => (Code: row.Text("indicator_code"), Municipality: row.Text("municipality_code"))))
        {
            var newest = cell.MaxBy(row => row.Number("year"))!;
            var indicator = from["registry.indicator"].FirstOrDefault(row => row.Text("measure") == "indicator_values" && row.Text("code") == cell.Key.Code);
            var feed = from["lake.feed"].Single(row => row.Text("source") == newest.Text("source"));
            yield return new Row
            {
                ["indicator_code"] = cell.Key.Code,
                ["title_sv"] = indicator?["title_sv"] ?? cell.Key.Code,
                ["title_en"] = indicator?["title_en"] ?? cell.Key.Code,
                ["unit_sv"] = indicator?["unit_sv"],
                ["unit_en"] = indicator?["unit_en"],
                ["municipality_code"] = cell.Key.Municipality,
                ["municipality"] = from["core.municipality"].Single(row => row.Text("municipality_code") == cell.Key.Municipality)["name"],
                ["year"] = newest["year"],
                ["value"] = newest["value"],
                ["origin"] = feed["origin"],
                ["source"] = feed["source"],
                ["vintage"] = feed["content"],
            };
        }
    }
}
