using Utvardering.Warehouse.Tests.Specifications.Harness;
using Utvardering.Warehouse.Tests.Specifications.Naive.Core;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Marts;

internal static class SeriesBreak
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        foreach (var indicator in from["registry.indicator"])
        {
            var cells = Totals.Of(from).Where(row => row.Text("indicator_id") == indicator.Text("indicator_id")).ToList();
            if (cells.Count > 0)
            {
                var (first, last) = (cells.Min(row => row.Date("period_start")), cells.Max(row => row.Date("period_start")));
                foreach (var row in Registered(from, indicator, cells[0]).Concat(Shifts(from, indicator, cells)).Where(row => row.Date("period_start") > first && row.Date("period_start") <= last))
                {
                    yield return row;
                }
            }
        }
    }

    private static IEnumerable<Row> Registered(NaiveWarehouse from, Row indicator, Row any) => from["registry.indicator_break"]
        .Where(row => row.Text("indicator_id") == indicator.Text("indicator_id"))
        .OrderBy(row => row.Date("valid_from"))
        .GroupBy(row => Period(any.Text("grain"), row.Date("valid_from")))
        .Select(period => Row(any, "registered", null, null, period.Key)
            .With("text_sv", string.Join(' ', period.Select(row => row.Text("text_sv"))))
            .With("text_en", string.Join(' ', period.Select(row => row.Text("text_en")))));

    private static DateOnly Period(string? grain, DateOnly day) => grain switch
    {
        "month" => new(day.Year, day.Month, 1),
        "quarter" => new(day.Year, day.Month - ((day.Month - 1) % 3), 1),
        _ => new(day.Year, 1, 1),
    };

    private static IEnumerable<Row> Shifts(NaiveWarehouse from, Row indicator, List<Row> cells)
    {
        var all = cells.GroupBy(row => row.Date("period_start")).ToDictionary(period => period.Key, period => Together(indicator, [.. period.Where(row => row.Number("value") is not null)]));
        foreach (var row in Shifts(all, cells[0], null, null))
        {
            yield return row;
        }

        foreach (var code in cells.Select(row => row.Text("municipality_code")!).Distinct().Where(code => Reached(from, code)))
        {
            var own = cells.Where(row => row.Text("municipality_code") == code).ToDictionary(row => row.Date("period_start"), row => row.Number("value"));
            foreach (var row in Shifts(own, cells[0], code, (string?)from["core.municipality"].Single(row => row.Text("municipality_code") == code)["name"]))
            {
                yield return row;
            }
        }
    }

    private static double? Together(Row indicator, List<Row> known) => indicator.Text("group_rule") == "unweighted_mean"
        ? Sums.MeanOrNull(known.Select(row => row.Number("value")))
        : indicator.Number("per") * Sums.OrNull(known.Select(row => row.Number("numerator"))) / Sums.OrNull(known.Select(row => row.Number("denominator")));

    private static bool Reached(NaiveWarehouse from, string municipality) => from["core.programme_municipality"].Any(part =>
        part.Text("municipality_code") == municipality
        && from["core.programme"].Single(row => row.Text("programme_id") == part.Text("programme_id")).Flag("targeted"));

    private static IEnumerable<Row> Shifts(Dictionary<DateOnly, double?> series, Row any, string? code, string? name)
    {
        var months = Grain.Months(any.Text("grain"));
        var window = months switch { 1 => 12, 3 => 4, _ => 3 };
        var bound = months == 12 ? 13 : 10;
        var found = new List<(DateOnly Start, double Before, double After, double Errors)>();
        foreach (var start in series.Keys.Order())
        {
            double?[] before = [.. Enumerable.Range(1, window).Select(step => series.GetValueOrDefault(start.AddMonths(-step * months)))];
            double?[] after = [.. Enumerable.Range(0, window).Select(step => series.GetValueOrDefault(start.AddMonths(step * months)))];
            if (!before.Contains(null) && !after.Contains(null))
            {
                var (from, to) = (before.Average()!.Value, after.Average()!.Value);
                var error = Math.Sqrt((Variance(before, from) + Variance(after, to)) / window);
                if (error > 0 && Math.Abs(to - from) / error >= bound && Math.Abs(to - from) >= Math.Abs(from) / 10)
                {
                    found.Add((start, from, to, Math.Abs(to - from) / error));
                }
            }
        }

        return found
            .Where(shift => !found.Any(other =>
                Math.Abs(Grain.Between(other.Start, shift.Start)) < window * months
                && (other.Errors > shift.Errors || (other.Errors == shift.Errors && other.Start < shift.Start))))
            .Select(shift => Row(any, "level_shift", code, name, shift.Start).With("level_before", shift.Before).With("level_after", shift.After).With("standard_errors", shift.Errors));
    }

    private static double Variance(double?[] values, double mean) => values.Sum(value => Math.Pow(value!.Value - mean, 2)) / (values.Length - 1);

    private static Row Row(Row any, string kind, string? code, string? name, DateOnly start) => new()
    {
        ["indicator_id"] = any["indicator_id"],
        ["kind"] = kind,
        ["municipality_code"] = code,
        ["municipality"] = name,
        ["grain"] = any["grain"],
        ["period_start"] = start,
        ["level_before"] = null,
        ["level_after"] = null,
        ["standard_errors"] = null,
        ["text_sv"] = null,
        ["text_en"] = null,
        ["origin"] = any["origin"],
        ["source"] = any["source"],
        ["vintage"] = any["vintage"],
    };
}
