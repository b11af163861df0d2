using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Marts;

internal static class MunicipalityBreakdown
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        foreach (var observation in from["core.observation"].Where(row => row.Text("sex") != "total" || row.Text("age") != "total"))
        {
            yield return observation
                .With("municipality", from["core.municipality"].Single(row => row.Text("municipality_code") == observation.Text("municipality_code"))["name"])
                .With("origin", from["lake.feed"].Single(row => row.Text("source") == observation.Text("source"))["origin"]);
        }
    }
}
