using Utvardering.Warehouse.Tests.Specifications.Harness;
using Utvardering.Warehouse.Tests.Specifications.Naive.Core;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Marts;

internal static class DataQuality
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        foreach (var indicator in from["registry.indicator"])
        {
            var cells = Totals.Of(from).Where(row => row.Text("indicator_id") == indicator.Text("indicator_id")).ToList();
            if (cells.Count == 0)
            {
                continue;
            }

            var months = Grain.Months(cells[0].Text("grain"));
            var figures = cells.Where(row => row.Number("value") is not null).ToList();
            var municipalities = cells.Select(row => row.Text("municipality_code")!).Distinct().ToDictionary(code => code, code => figures.Where(row => row.Text("municipality_code") == code).Select(row => row.Date("period_start")).ToList());
            var gaps = municipalities.Values.Where(periods => periods.Count > 0).Select(periods => (Grain.Between(periods.Min(), periods.Max()) / months) + 1 - periods.Count).ToList();
            var newest = figures.Count == 0 ? (DateOnly?)null : figures.Max(row => row.Date("period_start"));
            var breaks = from["marts.series_break"].Where(row => row.Text("indicator_id") == indicator.Text("indicator_id")).ToList();
            yield return new Row
            {
                ["indicator_id"] = indicator["indicator_id"],
                ["title_sv"] = indicator["title_sv"],
                ["title_en"] = indicator["title_en"],
                ["grain"] = cells[0]["grain"],
                ["first_period"] = cells.Min(row => row.Date("period_start")),
                ["last_period"] = cells.Max(row => row.Date("period_start")),
                ["municipalities"] = municipalities.Count,
                ["cells"] = cells.Count,
                ["missing"] = cells.Count(row => row.Number("value") is null),
                ["suppressed"] = cells.Count(row => row.Text("status") == "suppressed"),
                ["zeros"] = cells.Count(row => row.Number("value") == 0),
                ["gaps"] = gaps.Sum(),
                ["municipalities_with_gaps"] = gaps.Count(gap => gap > 0),
                ["preliminary_share"] = cells.Count(row => row.Text("status") == "preliminary") / (double)cells.Count,
                ["breaks"] = breaks.Count(row => row.Text("kind") == "registered"),
                ["level_shifts"] = breaks.Count(row => row.Text("kind") == "level_shift"),
                ["municipalities_behind"] = municipalities.Values.Count(periods => periods.Count == 0 || periods.Max() < newest),
                ["months_behind"] = newest is { } end ? Grain.Between(end.AddMonths(months), from["core.calendar"].Max(row => row.Date("month")).AddMonths(1)) : null,
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
