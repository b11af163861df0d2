using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Core;

internal static class Support
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        var logged = from["registry.programme_strand"]
            .SelectMany(strand => from["staging.support_month"].Where(row => row.Text("strand") == strand.Text("strand")).Select(row => row.With("programme_id", strand["programme_id"])))
            .ToList();
        foreach (var programme in logged.GroupBy(row => (Source: row.Text("source"), Programme: row.Text("programme_id"))))
        {
            var newest = programme.Max(row => row.Date("month"));
            foreach (var municipality in programme.GroupBy(row => row.Text("municipality_code")))
            {
                foreach (var strand in municipality.Select(row => row.Text("strand")).Distinct())
                {
                    for (var month = municipality.Min(row => row.Date("month")); month <= newest; month = month.AddMonths(1))
                    {
                        yield return new Row
                        {
                            ["source"] = programme.Key.Source,
                            ["programme_id"] = programme.Key.Programme,
                            ["municipality_code"] = municipality.Key,
                            ["strand"] = strand,
                            ["month"] = month,
                            ["hours"] = municipality.Where(row => row.Text("strand") == strand && row.Date("month") == month).Sum(row => row.Number("hours") ?? 0),
                        };
                    }
                }
            }
        }
    }
}
