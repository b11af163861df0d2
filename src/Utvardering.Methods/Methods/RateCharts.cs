using System.Text.Json;
using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.Rates;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Methods;

/// <summary>Control charts of each unit over time.</summary>
internal static class RateCharts
{
    private static readonly Dictionary<string, ControlChartKind> Kinds = new(StringComparer.Ordinal)
    {
        ["u"] = ControlChartKind.U,
        ["u-prime"] = ControlChartKind.UPrime,
        ["p"] = ControlChartKind.P,
        ["p-prime"] = ControlChartKind.PPrime,
        ["c"] = ControlChartKind.C,
        ["individuals"] = ControlChartKind.Individuals,
    };

    private static readonly string[] WithoutExposure = ["c", "individuals"];

    public static IReadOnlyList<MethodOption> Options { get; } =
    [
        MethodOption.Choice("chart", "Control chart: rates (u), proportions (p), both also with limits widened to the series' own variation (u-prime, p-prime), counts of equal exposure (c), single measurements.", ["none", .. Kinds.Keys]),
        new("baseline", OptionKind.Period, null, "The last period that centre and limits rest on; all where not given.") { For = ("chart", [.. Kinds.Keys]) },
        new("shift", OptionKind.WholeNumber, "8", "Successive points on one side of the centre that are a shift.") { Minimum = 2, Maximum = 100, For = ("chart", [.. Kinds.Keys]) },
        new("trend", OptionKind.WholeNumber, "6", "Successive points that rise, or fall, that are a trend.") { Minimum = 3, Maximum = 100, For = ("chart", [.. Kinds.Keys]) },
    ];

    public static IReadOnlyList<AnswerTable> Described { get; } =
    [
        new("chart", "With chart: each unit's points.",
        [
            new("unit", "its name"), new("period", "period"), new("value", "the point"), new("centre", "the centre line"), new("sigma", "σ at its exposure"), new("low", "centre − 3 σ"), new("high", "centre + 3 σ"),
            new("innerLow", "centre − 2 σ"), new("innerHigh", "centre + 2 σ"),
            new("signals", "rules it is part of: astronomical-point (beyond 3 σ), two-of-three (beyond 2 σ), four-of-five (beyond 1 σ), shift, trend, fifteen-near-centre"),
        ]),
        new("runs", "With chart: whether points keep to one side for longer, or cross the centre more seldom, than chance would have it.",
        [
            new("unit", "its name"), new("longestRun", "most points in a row on one side"), new("longestRunLimit", "the longest that chance makes"), new("crossings", "crossings of the centre"),
            new("crossingsLimit", "the fewest that chance makes"), new("signal", "whether either is beyond"),
        ]),
    ];

    /// <summary>Whether a chart is asked for whose points have no denominators.</summary>
    public static bool AreWithoutExposure(MethodInput input) => WithoutExposure.Contains(input.Options.Text("chart"));

    public static IEnumerable<MethodTable> Tables(MethodInput input)
    {
        var kind = input.Options.Text("chart");
        if (kind == "none")
        {
            yield break;
        }

        var charts = Charts(input, Kinds[kind], isRate: kind is "u" or "u-prime").ToList();
        yield return Described[0].Filled(charts.SelectMany(one => one.Chart.Points.Zip(one.Periods, (point, period) => new object?[]
        {
            one.Unit, input.Time.Label(period), point.Value, point.Centre, point.Sigma, point.Lower, point.Upper, point.InnerLower, point.InnerUpper,
            string.Join(' ', point.Signals.Select(signal => JsonNamingPolicy.KebabCaseLower.ConvertName(signal.ToString()))),
        })));
        yield return Described[1].Filled(charts.Select(one => new object?[]
        {
            one.Unit, one.Chart.Runs.LongestRun, one.Chart.Runs.LongestRunLimit, one.Chart.Runs.Crossings, one.Chart.Runs.CrossingsLimit, one.Chart.Runs.HasSignal,
        }));
    }

    private static IEnumerable<(string Unit, int[] Periods, ControlChart Chart)> Charts(MethodInput input, ControlChartKind kind, bool isRate)
    {
        if (input.Columns.Time is not { } time)
        {
            throw new InputException("A control chart needs --time: the order of its points.");
        }

        var periods = input.Table.Filled(time).Select(input.Time.Number).ToArray();
        var values = input.Table.Numbers(input.Columns.Outcome!);
        var exposures = AreWithoutExposure(input) ? null : CountColumns.Read(input).Select(row => row.Exposure).ToArray();
        var baseline = input.Options.Has("baseline") ? input.Time.Number(input.Options.Text("baseline")) : (int?)null;
        foreach (var unit in input.Table.Filled(input.Columns.Unit!).Index().GroupBy(row => row.Item, row => row.Index, StringComparer.Ordinal))
        {
            var rows = unit.OrderBy(row => periods[row]).ToArray();
            if (rows.Zip(rows.Skip(1)).Where(pair => periods[pair.First] == periods[pair.Second]).Select(pair => pair.Second).FirstOrDefault(-1) is var twice and >= 0)
            {
                throw new InputException($"{input.Table.Place(time, twice)}: unit \"{unit.Key}\" has two rows for {input.Time.Label(periods[twice])}, a chart takes one.");
            }

            if (rows.FirstOrDefault(row => double.IsNaN(values[row]), -1) is var empty and >= 0)
            {
                throw new InputException($"{input.Table.Place(input.Columns.Outcome!, empty)} is empty: leave the row out, a chart goes on without it.");
            }

            yield return (unit.Key, [.. rows.Select(row => periods[row])], ControlChart.Of(
                kind, [.. rows.Select(row => values[row])], exposures is null ? [] : [.. rows.Select(row => exposures[row])],
                new()
                {
                    Scale = isRate ? input.Options.Number("scale") : 1,
                    Baseline = baseline is { } last ? rows.Count(row => periods[row] <= last) : null,
                    ShiftLength = input.Options.Whole("shift"),
                    TrendLength = input.Options.Whole("trend"),
                }));
        }
    }
}
