using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Staging;

internal static class SupportMonth
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
        => from["lake.support_log"]
            .GroupBy(row => (Source: row.Text("source"), Municipality: row.Text("municipality_code"), Strand: row.Text("strand"), Month: row.Date("month")))
            .Select(month => new Row
            {
                ["source"] = month.Key.Source,
                ["municipality_code"] = month.Key.Municipality,
                ["strand"] = month.Key.Strand,
                ["month"] = month.Key.Month,
                ["hours"] = month.Sum(row => row.Number("hours")),
            });
}
