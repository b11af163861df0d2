using Utvardering.Warehouse.Tests.Specifications.Harness;
using Utvardering.Warehouse.Tests.Specifications.Naive.Core;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Marts;

internal static class BeforeAfter
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        foreach (var (group, programme, starts) in from["registry.comparison_group"].SelectMany(group => Starts(from, group)))
        {
            foreach (var indicator in from["registry.indicator"])
            {
                var sides = starts.Select(start => Sides(from, indicator, start.Key, start.Value)).Where(sides => sides.Before.Count > 0 && sides.After.Count > 0).ToList();
                if (sides.Count > 0)
                {
                    yield return Row(indicator, group, programme, starts, sides);
                }
            }
        }
    }

    /// <summary>By group and programme: from when in each member.</summary>
    private static IEnumerable<(string Group, string Programme, Dictionary<string, DateOnly> Starts)> Starts(NaiveWarehouse from, Row group)
    {
        var (id, own) = (group.Text("group_id")!, group.Text("programme_id"));
        var members = from["core.group_member"].Where(row => row.Text("group_id") == id).ToList();
        if (own is not null)
        {
            yield return (id, own, members.ToDictionary(row => row.Text("municipality_code")!, row => row.Date("programme_from")));
        }

        foreach (var pilot in from["registry.participation"].Where(row => row.Text("role") == "pilot" && row.Text("programme_id") != own).GroupBy(row => row.Text("programme_id")!))
        {
            var first = pilot.Min(row => row.Date("valid_from"));
            yield return (id, pilot.Key, members.ToDictionary(row => row.Text("municipality_code")!, _ => first));
        }
    }

    private static (List<Row> Before, List<Row> After) Sides(NaiveWarehouse from, Row indicator, string municipality, DateOnly start)
    {
        var cells = Totals.Of(from)
            .Where(row => row.Text("indicator_id") == indicator.Text("indicator_id") && row.Text("municipality_code") == municipality && row.Number("value") is not null)
            .ToList();
        return (
            [.. cells.Where(row => row.Date("period_start").AddMonths(Grain.Months(row.Text("grain"))) <= start)],
            [.. cells.Where(row => row.Date("period_start") >= start)]);
    }

    private static Row Row(Row indicator, string group, string programme, Dictionary<string, DateOnly> starts, List<(List<Row> Before, List<Row> After)> sides)
    {
        var (before, after) = (sides.SelectMany(side => side.Before).ToList(), sides.SelectMany(side => side.After).ToList());
        var (earlier, later) = (Level(indicator, [.. sides.Select(side => side.Before)]), Level(indicator, [.. sides.Select(side => side.After)]));
        return new Row
        {
            ["indicator_id"] = indicator["indicator_id"],
            ["group_id"] = group,
            ["programme_id"] = programme,
            ["start"] = starts.Values.Min(),
            ["grain"] = indicator["grain"],
            ["before_from"] = before.Min(row => row.Date("period_start")),
            ["before_to"] = before.Max(row => row.Date("period_start")),
            ["before_periods"] = before.Select(row => row.Date("period_start")).Distinct().Count(),
            ["after_from"] = after.Min(row => row.Date("period_start")),
            ["after_to"] = after.Max(row => row.Date("period_start")),
            ["after_periods"] = after.Select(row => row.Date("period_start")).Distinct().Count(),
            ["municipalities"] = sides.Count,
            ["members"] = starts.Count,
            ["before_numerator"] = Sum(before, "numerator"),
            ["before_denominator"] = Sum(before, "denominator"),
            ["after_numerator"] = Sum(after, "numerator"),
            ["after_denominator"] = Sum(after, "denominator"),
            ["before"] = earlier,
            ["after"] = later,
            ["change"] = later - earlier,
            ["relative_change"] = earlier == 0 ? null : (later - earlier) / earlier,
            ["group_rule"] = indicator["group_rule"],
            ["preliminary"] = after.Count(row => row.Text("status") == "preliminary"),
            ["persons"] = new[] { before, after }.SelectMany(side => Persons(indicator, side)).Min() is { } least ? Math.Round(least, MidpointRounding.ToEven) : null,
            ["origin"] = before[0]["origin"],
            ["source"] = before[0]["source"],
            ["vintage"] = before[0]["vintage"],
        };
    }

    private static double? Level(Row indicator, List<List<Row>> members)
    {
        var all = members.SelectMany(cells => cells).ToList();
        return indicator.Text("group_rule") == "unweighted_mean"
            ? members.Average(cells => cells.Average(row => row.Number("value")))
            : indicator.Number("per") * Sum(all, "numerator") / Sum(all, "denominator");
    }

    private static IEnumerable<double?> Persons(Row indicator, List<Row> side) => indicator.Text("denominator") == "cases"
        ? [Sum(side, "numerator"), Sum(side, "denominator") - Sum(side, "numerator")]
        : [Sum(side, "numerator")];

    private static double? Sum(List<Row> cells, string column) => Sums.OrNull(cells.Select(row => row.Number(column)));
}
