using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Staging;

internal static class OffenceCell
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        foreach (var period in from["staging.offence_period"])
        {
            foreach (var municipality in from["registry.municipality"].Select(row => row.Text("code")))
            {
                var said = from["lake.reported_offences"].SingleOrDefault(row =>
                    row.Text("source") == period.Text("source") && row.Text("offence_code") == period.Text("offence_code")
                    && row.Text("municipality_code") == municipality && row.Date("month") == period.Date("month"));
                var cell = new Row { ["source"] = period["source"], ["offence_code"] = period["offence_code"], ["municipality_code"] = municipality, ["month"] = period["month"] };
                cell["count"] = said is not null ? said["count"] : period.Flag("absent_is_zero") ? 0 : null;
                cell["status"] = said is not null ? said["status"] : period.Flag("absent_is_zero") ? "" : "not_available";
                yield return cell;
            }
        }
    }
}
