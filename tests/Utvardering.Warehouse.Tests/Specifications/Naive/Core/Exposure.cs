using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Core;

internal static class Exposure
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
        => new[] { "month", "quarter", "year" }.SelectMany(grain => from["core.exposure_month"]
            .GroupBy(row => (Municipality: row.Text("municipality_code"), Band: row.Text("band"), Sex: row.Text("sex"), Start: Start(grain, row.Date("month"))))
            .Select(period => new Row
            {
                ["municipality_code"] = period.Key.Municipality,
                ["band"] = period.Key.Band,
                ["sex"] = period.Key.Sex,
                ["grain"] = grain,
                ["period_start"] = period.Key.Start,
                ["person_months"] = Sums.OrNull(period.Select(row => row.Number("population"))),
                ["months"] = period.Count(),
                ["status"] = ExposureStatus.Worst(period.Select(row => row.Text("status"))),
            }));

    private static DateOnly Start(string grain, DateOnly month) => grain switch
    {
        "month" => month,
        "quarter" => new(month.Year, (((month.Month - 1) / 3) * 3) + 1, 1),
        _ => new(month.Year, 1, 1),
    };
}
