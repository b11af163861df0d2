using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Marts;

internal static class Implementation
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        var support = from["core.support"];
        foreach (var month in support)
        {
            var programme = from["registry.programme"].Single(row => row.Text("programme_id") == month.Text("programme_id"));
            var feed = from["lake.feed"].Single(row => row.Text("source") == month.Text("source"));
            var (first, last) = (month.Date("month"), month.Date("month").AddMonths(1).AddDays(-1));
            yield return new Row
            {
                ["programme_id"] = month["programme_id"],
                ["title_sv"] = programme["title_sv"],
                ["title_en"] = programme["title_en"],
                ["municipality_code"] = month["municipality_code"],
                ["municipality"] = from["core.municipality"].Single(row => row.Text("municipality_code") == month.Text("municipality_code"))["name"],
                ["strand"] = month["strand"],
                ["month"] = month["month"],
                ["hours"] = month["hours"],
                ["hours_to_date"] = support
                    .Where(row => Series(row) == Series(month) && row.Date("month") <= first)
                    .Sum(row => row.Number("hours")),
                ["registered"] = from["registry.participation"].Any(part =>
                    part.Text("programme_id") == month.Text("programme_id") && part.Text("municipality_code") == month.Text("municipality_code")
                    && part.DateOrNull("valid_from") <= last && (part.DateOrNull("valid_to") is not { } end || end >= first)),
                ["origin"] = feed["origin"],
                ["source"] = feed["source"],
                ["vintage"] = feed["content"],
            };
        }
    }

    private static (string?, string?, string?, string?) Series(Row row) => (row.Text("source"), row.Text("programme_id"), row.Text("municipality_code"), row.Text("strand"));
}
