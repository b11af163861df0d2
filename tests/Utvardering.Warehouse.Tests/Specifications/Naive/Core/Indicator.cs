using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Core;

internal static class Indicator
{
    private static readonly string[] AsRegistered =
    [
        "indicator_id", "title_sv", "title_en", "domain", "unit_sv", "unit_en", "grain", "better", "code", "numerator_sv", "numerator_en", "denominator", "per",
        "group_rule", "small_numbers_sv", "small_numbers_en",
    ];

    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        foreach (var registered in from["registry.indicator"])
        {
            var row = new Row();
            foreach (var column in AsRegistered)
            {
                row[column] = registered[column];
            }

            var sources = from["core.observation"].Where(figure => figure.Text("indicator_id") == registered.Text("indicator_id")).Select(figure => figure.Text("source")).Distinct().Order(StringComparer.Ordinal).ToList();
            row["dataset"] = registered["measure"];
            row["source"] = sources.Count == 0 ? null : string.Join(", ", sources);
            yield return row;
        }
    }
}
