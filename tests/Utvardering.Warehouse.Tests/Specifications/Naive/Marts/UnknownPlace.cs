using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Marts;

internal static class UnknownPlace
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        foreach (var year in from["staging.unknown_place"].GroupBy(row => (Source: row.Text("source"), Code: row.Text("offence_code"), row.Date("month").Year)))
        {
            var placed = from["staging.offence_cell"]
                .Where(row => row.Text("source") == year.Key.Source && row.Text("offence_code") == year.Key.Code && row.Date("month").Year == year.Key.Year)
                .ToList();
            var feed = from["lake.feed"].Single(row => row.Text("source") == year.Key.Source);
            foreach (var indicator in from["registry.indicator"].Where(row => row.Text("measure") == "reported_offences" && row.Text("code") == year.Key.Code && placed.Count > 0))
            {
                yield return new Row
                {
                    ["indicator_id"] = indicator["indicator_id"],
                    ["year"] = year.Key.Year,
                    ["placed"] = Sums.OrNull(placed.Select(row => row.Number("count"))),
                    ["unknown_place"] = Sums.OrNull(year.Select(row => row.Number("count"))),
                    ["months"] = year.Count(),
                    ["origin"] = feed["origin"],
                    ["source"] = feed["source"],
                    ["vintage"] = feed["content"],
                };
            }
        }
    }
}
