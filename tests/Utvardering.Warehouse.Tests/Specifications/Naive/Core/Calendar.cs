using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Core;

internal static class Calendar
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        var figures = from["core.observation"];
        if (figures.Count == 0)
        {
            yield break;
        }

        var end = figures.Max(row => row.Date("period_start").AddMonths(Grain.Months(row.Text("grain"))));
        for (var month = figures.Min(row => row.Date("period_start")); month < end; month = month.AddMonths(1))
        {
            yield return new Row
            {
                ["month"] = month,
                ["quarter"] = new DateOnly(month.Year, month.Month switch { <= 3 => 1, <= 6 => 4, <= 9 => 7, _ => 10 }, 1),
                ["half_year"] = new DateOnly(month.Year, month.Month <= 6 ? 1 : 7, 1),
                ["year"] = month.Year,
                ["days"] = DateTime.DaysInMonth(month.Year, month.Month),
            };
        }
    }
}
