using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Marts;

internal static class Coverage
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        foreach (var indicator in from["registry.indicator"])
        {
            var cells = from["marts.municipality_series"].Where(row => row.Text("indicator_id") == indicator.Text("indicator_id")).ToList();
            if (cells.Count == 0)
            {
                continue;
            }

            yield return new Row
            {
                ["indicator_id"] = indicator["indicator_id"],
                ["title_sv"] = indicator["title_sv"],
                ["title_en"] = indicator["title_en"],
                ["grain"] = cells[0]["grain"],
                ["first_period"] = cells.Min(row => row.Date("period_start")),
                ["last_period"] = cells.Max(row => row.Date("period_start")),
                ["municipalities"] = cells.Select(row => row.Text("municipality_code")).Distinct().Count(),
                ["cells"] = cells.Count,
                ["missing"] = cells.Count(row => row.Number("value") is null),
                ["preliminary"] = cells.Count(row => row.Text("status") == "preliminary"),
                ["interpolated"] = cells.Count(row => row.Text("exposure_status") == "interpolated"),
                ["carried_forward"] = cells.Count(row => row.Text("exposure_status") == "carried_forward"),
                ["origin"] = cells[0]["origin"],
                ["source"] = cells[0]["source"],
                ["vintage"] = cells[0]["vintage"],
            };
        }
    }
}
