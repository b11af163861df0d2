using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Staging;

internal static class UnknownPlace
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from) => from["staging.offence_period"].Select(period => new Row
    {
        ["source"] = period["source"],
        ["offence_code"] = period["offence_code"],
        ["month"] = period["month"],
        ["count"] = from["lake.reported_offences"]
            .Where(row => row.Text("source") == period.Text("source") && row.Text("offence_code") == period.Text("offence_code")
                && row.Text("municipality_code") is null && row.Date("month") == period.Date("month"))
            .Sum(row => row.Number("count") ?? 0),
    });
}
