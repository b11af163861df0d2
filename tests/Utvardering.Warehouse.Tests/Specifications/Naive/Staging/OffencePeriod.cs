using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Staging;

internal static class OffencePeriod
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        var offences = from["lake.reported_offences"];
        foreach (var code in offences.GroupBy(row => (Source: row.Text("source"), Code: row.Text("offence_code"))))
        {
            var complete = from["lake.completeness"]
                .Where(row => row.Text("source") == code.Key.Source && row.Text("code") == code.Key.Code)
                .Select(row => row.DateOrNull("complete_from"))
                .SingleOrDefault();
            var known = complete is null ? code : offences.Where(row => row.Text("source") == code.Key.Source);
            var last = known.Max(row => row.Date("month"));
            for (var month = complete ?? code.Min(row => row.Date("month")); month <= last; month = month.AddMonths(1))
            {
                yield return new Row { ["source"] = code.Key.Source, ["offence_code"] = code.Key.Code, ["month"] = month, ["absent_is_zero"] = complete is not null };
            }
        }
    }
}
