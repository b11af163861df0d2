using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Marts;

internal static class Revisions
{
    private sealed record Key(string? Source, string? Code, DateOnly Period, string? Municipality, string Part);

    private sealed record Figure(double? Value, double? Base, string? Status);

    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        var (before, after) = (Figures(from, "previous_"), Figures(from, ""));
        foreach (var feed in from["lake.feed"].Where(row => row.Text("previous") is not null))
        {
            foreach (var period in before.Keys.Union(after.Keys).Where(key => key.Source == feed.Text("source")).GroupBy(key => (key.Code, key.Period)))
            {
                var both = period.Where(key => before.ContainsKey(key) && after.ContainsKey(key)).Select(key => (From: before[key], To: after[key])).ToList();
                var revised = both.Where(pair => pair.From != pair.To).ToList();
                var moved = revised.Where(pair => pair.From.Value is not null && pair.To.Value is not null && pair.From.Value != pair.To.Value).ToList();
                var (added, removed) = (period.Count(key => !before.ContainsKey(key)), period.Count(key => !after.ContainsKey(key)));
                if (added + removed + revised.Count == 0)
                {
                    continue;
                }

                yield return new Row
                {
                    ["dataset"] = feed["dataset"],
                    ["source"] = feed["source"],
                    ["code"] = period.Key.Code,
                    ["indicator_id"] = from["registry.indicator"].Where(row => row.Text("measure") == feed.Text("dataset") && row.Text("code") == period.Key.Code).Select(row => row.Text("indicator_id")).Min(StringComparer.Ordinal),
                    ["period_start"] = period.Key.Period,
                    ["added"] = added,
                    ["removed"] = removed,
                    ["revised"] = revised.Count,
                    ["unchanged"] = both.Count - revised.Count,
                    ["appeared"] = revised.Count(pair => pair.From.Value is null && pair.To.Value is not null),
                    ["vanished"] = revised.Count(pair => pair.From.Value is not null && pair.To.Value is null),
                    ["moved"] = moved.Count,
                    ["mean_change"] = Sums.MeanOrNull(moved.Select(pair => pair.To.Value - pair.From.Value)),
                    ["median_size"] = Median(moved.Select(pair => Math.Abs(pair.To.Value!.Value - pair.From.Value!.Value))),
                    ["largest_size"] = moved.Count == 0 ? null : moved.Max(pair => Math.Abs(pair.To.Value!.Value - pair.From.Value!.Value)),
                    ["median_relative_size"] = Median(moved.Where(pair => pair.From.Value != 0).Select(pair => Math.Abs((pair.To.Value!.Value - pair.From.Value!.Value) / pair.From.Value.Value))),
                    ["origin"] = feed["origin"],
                    ["vintage"] = feed["content"],
                    ["previous_vintage"] = feed["previous"],
                };
            }
        }
    }

    private static Dictionary<Key, Figure> Figures(NaiveWarehouse from, string edition)
    {
        var figures = new Dictionary<Key, Figure>();
        void Add(string dataset, Func<Row, Key> key, Func<Row, Figure> figure)
        {
            foreach (var row in from["lake." + edition + dataset])
            {
                figures.Add(key(row), figure(row));
            }
        }

        Add("reported_offences",
            row => new(row.Text("source"), row.Text("offence_code"), row.Date("month"), row.Text("municipality_code"), ""),
            row => new(row.Number("count"), null, row.Text("status")));
        Add("indicator_values",
            row => new(row.Text("source"), row.Text("indicator_code"), new((int)row.Number("year")!, 1, 1), row.Text("municipality_code"), row.Text("sex")!),
            row => new(row.Number("value"), null, row.Text("status")));
        Add("deliveries",
            row => new(row.Text("source"), row.Text("measure"), row.Date("quarter"), row.Text("municipality_code"), $"{row.Text("age_group")} {row.Text("sex")}"),
            row => new(row.Number("value") ?? row.Number("numerator"), row.Number("denominator"), null));
        Add("population",
            row => new(row.Text("source"), "population", row.Date("reference_date"), row.Text("municipality_code"), $"{row.Text("age_group")} {row.Text("sex")}"),
            row => new(row.Number("population"), null, row.Text("status")));
        Add("support_log",
            row => new(row.Text("source"), row.Text("strand"), row.Date("month"), row.Text("municipality_code"), row.Text("kind")!),
            row => new(row.Number("hours"), null, null));
        return figures;
    }

    private static double? Median(IEnumerable<double> sizes)
    {
        var sorted = sizes.Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
