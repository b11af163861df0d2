using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Staging;

internal static class DeliveredMeasure
{
    private static readonly string[] Ages = ["0-12", "13-15", "16-17", "18-20"];

    public static IEnumerable<Row> Rows(NaiveWarehouse from)
        => from["lake.deliveries"]
            .Where(row => row.Text("age_group") is "0-20" || Ages.Contains(row.Text("age_group")))
            .GroupBy(row => (Source: row.Text("source"), Municipality: row.Text("municipality_code"), Quarter: row.Date("quarter"), Measure: row.Text("measure")))
            .Select(cell =>
            {
                var numerator = OfAllAges(cell, "numerator");
                var value = cell.SingleOrDefault(row => row.Text("age_group") == "0-20" && row.Text("sex") == "total")?.Number("value");
                return new Row
                {
                    ["source"] = cell.Key.Source,
                    ["municipality_code"] = cell.Key.Municipality,
                    ["quarter"] = cell.Key.Quarter,
                    ["measure"] = cell.Key.Measure,
                    ["numerator"] = numerator,
                    ["denominator"] = OfAllAges(cell, "denominator"),
                    ["value"] = value,
                    ["status"] = numerator is null && value is null ? "not_reported" : "",
                };
            });

    private static double? OfAllAges(IEnumerable<Row> cell, string column)
        => cell.Any(row => row.Text("age_group") == "0-20") ? OfBothSexes(cell, "0-20", column) : Ages.Select(age => OfBothSexes(cell, age, column)).Aggregate((sum, part) => sum + part);

    private static double? OfBothSexes(IEnumerable<Row> cell, string age, string column)
    {
        double? Of(string sex) => cell.SingleOrDefault(row => row.Text("age_group") == age && row.Text("sex") == sex)?.Number(column);
        return cell.Any(row => row.Text("age_group") == age && row.Text("sex") == "total") ? Of("total") : Of("girls") + Of("boys");
    }
}
