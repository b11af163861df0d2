using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Core;

internal static class Grain
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from) =>
        new[] { ("month", 1, 12), ("quarter", 3, 4), ("year", 12, 3) }.Select(grain => new Row { ["grain"] = grain.Item1, ["months"] = grain.Item2, ["window_periods"] = grain.Item3 });

    /// <summary>How many months a period of the grain has.</summary>
    public static int Months(string? grain) => grain switch { "month" => 1, "quarter" => 3, _ => 12 };

    /// <summary>From the one month to the other, whatever the days.</summary>
    public static int Between(DateOnly earlier, DateOnly later) => ((later.Year - earlier.Year) * 12) + later.Month - earlier.Month;
}
