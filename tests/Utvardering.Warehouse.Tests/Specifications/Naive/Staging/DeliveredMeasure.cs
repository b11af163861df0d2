using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Staging;

internal static class DeliveredMeasure
{
    private static readonly string[] Ages = ["0-12", "13-15", "16-17", "18-20"];

    public static IEnumerable<Row> Rows(NaiveWarehouse from)
        => from["lake.deliveries"]
            .GroupBy(row => (Source: row.Text("source"), Municipality: row.Text("municipality_code"), Quarter: row.Date("quarter"), Measure: row.Text("measure")))
            .SelectMany(delivery => Cells([.. delivery]).Select(cell => new Row
            {
                ["source"] = delivery.Key.Source,
                ["municipality_code"] = delivery.Key.Municipality,
                ["quarter"] = delivery.Key.Quarter,
                ["measure"] = delivery.Key.Measure,
                ["age"] = cell.Age == "0-20" ? "total" : cell.Age,
                ["sex"] = cell.Sex switch { "girls" => "women", "boys" => "men", _ => "total" },
                ["numerator"] = cell.Numerator,
                ["denominator"] = cell.Denominator,
                ["value"] = cell.Value,
                ["status"] = cell.Numerator is null && cell.Value is null ? "not_reported" : "",
            }));

    private static IEnumerable<(string Age, string Sex, double? Numerator, double? Denominator, double? Value)> Cells(List<Row> delivery)
    {
        // Of a sex there is what was delivered of it; of both there is something wherever anything was.
        foreach (var age in delivery.Select(row => row.Text("age_group")!).Distinct().Where(age => age != "0-20"))
        {
            foreach (var sex in Sexes(delivery.Where(row => row.Text("age_group") == age)))
            {
                yield return (age, sex, OfAge(delivery, age, sex, "numerator"), OfAge(delivery, age, sex, "denominator"), Delivered(delivery, age, sex, "value"));
            }
        }

        foreach (var sex in Sexes(delivery.Where(row => row.Text("age_group") == "0-20" || Ages.Contains(row.Text("age_group")))))
        {
            yield return ("0-20", sex, OfAllAges(delivery, sex, "numerator"), OfAllAges(delivery, sex, "denominator"), Delivered(delivery, "0-20", sex, "value"));
        }
    }

    private static IEnumerable<string> Sexes(IEnumerable<Row> rows)
    {
        var delivered = rows.Select(row => row.Text("sex")!).ToHashSet();
        return delivered.Count == 0 ? [] : delivered.Append("total").Distinct();
    }

    private static double? OfAllAges(List<Row> delivery, string sex, string column)
    {
        var whole = delivery.Where(row => row.Text("age_group") == "0-20").ToList();
        return (sex == "total" ? whole.Count > 0 : whole.Any(row => row.Text("sex") == sex))
            ? OfAge(delivery, "0-20", sex, column)
            : Ages.Select(age => OfAge(delivery, age, sex, column)).Aggregate((sum, part) => sum + part);
    }

    private static double? OfAge(List<Row> delivery, string age, string sex, string column)
        => sex == "total" && !delivery.Any(row => row.Text("age_group") == age && row.Text("sex") == "total")
            ? Delivered(delivery, age, "girls", column) + Delivered(delivery, age, "boys", column)
            : Delivered(delivery, age, sex, column);

    private static double? Delivered(List<Row> delivery, string age, string sex, string column)
        => delivery.SingleOrDefault(row => row.Text("age_group") == age && row.Text("sex") == sex)?.Number(column);
}
