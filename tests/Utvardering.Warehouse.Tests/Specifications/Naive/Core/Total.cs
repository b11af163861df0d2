using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Core;

internal static class Total
{
    private static readonly string[] Columns =
        ["indicator_id", "municipality_code", "grain", "period_start", "numerator", "denominator", "value", "status", "exposure_status", "source", "vintage"];

    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        foreach (var observation in from["core.observation"].Where(row => row.Text("sex") == "total" && row.Text("age") == "total"))
        {
            var total = new Row();
            foreach (var column in Columns)
            {
                total[column] = observation[column];
            }

            yield return total;
        }
    }
}
