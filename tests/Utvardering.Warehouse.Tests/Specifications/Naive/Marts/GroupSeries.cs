using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Marts;

internal static class GroupSeries
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        foreach (var indicator in from["registry.indicator"])
        {
            var series = Totals.Of(from).Where(row => row.Text("indicator_id") == indicator.Text("indicator_id")).ToList();
            foreach (var group in from["core.group_member"].GroupBy(row => row.Text("group_id")))
            {
                var members = group.Select(row => row.Text("municipality_code")).ToHashSet();
                foreach (var period in series.Where(row => members.Contains(row.Text("municipality_code"))).GroupBy(row => row.Date("period_start")))
                {
                    yield return Figure(indicator, group.Key!, [.. period]);
                }
            }
        }
    }

    private static Row Figure(Row indicator, string group, List<Row> all)
    {
        var known = all.Where(row => row.Number("value") is not null).ToList();
        var numerator = Sums.OrNull(known.Select(row => row.Number("numerator")));
        var denominator = Sums.OrNull(known.Select(row => row.Number("denominator")));
        var others = Sums.OrNull(known.Select(row => row.Number("denominator") - row.Number("numerator")));
        return new Row
        {
            ["indicator_id"] = indicator["indicator_id"],
            ["group_id"] = group,
            ["grain"] = all[0]["grain"],
            ["period_start"] = all[0]["period_start"],
            ["numerator"] = numerator,
            ["denominator"] = denominator,
            ["value"] = indicator.Text("group_rule") == "unweighted_mean" ? Sums.MeanOrNull(known.Select(row => row.Number("value"))) : indicator.Number("per") * numerator / denominator,
            ["group_rule"] = indicator["group_rule"],
            ["municipalities"] = known.Count,
            ["members"] = all.Count,
            ["status"] = known.Count == 0 ? "not_available" : all.Any(row => row.Text("status") == "preliminary") ? "preliminary" : "",
            ["exposure_status"] = Core.ExposureStatus.Worst(all.Select(row => row.Text("exposure_status")).Where(status => status != "not_available")),
            ["origin"] = all[0]["origin"],
            ["persons"] = Whole(indicator.Text("denominator") == "cases" ? Least(numerator, others) : numerator),
            ["source"] = all[0]["source"],
            ["vintage"] = all[0]["vintage"],
        };
    }

    private static double? Least(double? one, double? other) => one is null ? other : other is null ? one : Math.Min(one.Value, other.Value);

    private static double? Whole(double? persons) => persons is { } number ? Math.Round(number, MidpointRounding.ToEven) : null;
}
