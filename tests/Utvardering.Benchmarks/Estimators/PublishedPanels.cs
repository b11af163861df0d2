using System.Collections.Immutable;
using System.Globalization;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.SyntheticControl;
using Utvardering.Testing;

namespace Utvardering.Benchmarks.Estimators;

/// <summary>The panels that are timed: published ones, read where they lie, and made-up ones of the same shape.</summary>
internal static class PublishedPanels
{
    private const int Prop99Start = 1989;

    /// <summary>California's tobacco programme: 39 states, 1970–2000.</summary>
    public static CohortPanel Prop99(string treated = "California") => CohortPanel.FromRows(Rows("01_prop99").Select(row =>
        new CohortPanelRow(row["state"], Whole(row["year"]), Number(row["packs_per_capita"])) { Cohort = row["state"] == treated ? Prop99Start : null }));

    /// <summary>Eleven of its states, six of them declared treated.</summary>
    public static CohortPanel ElevenStates()
    {
        var rows = Rows("05_few_clusters").ToList();
        return CohortPanel.FromRows(rows.Select(row =>
            new CohortPanelRow(row["state"], Whole(row["year"]), Number(row["y"])) { Cohort = row["treated"] == "1" ? Prop99Start : null }));
    }

    /// <summary>The predictors of Abadie, Diamond and Hainmueller (2010).</summary>
    public static PredictorTable Prop99Predictors()
    {
        var rows = Rows("01c_prop99_synth_predictors").ToList();
        (string Column, int First, int Last)[] predictors =
            [("lnincome", 1980, 1988), ("age15to24", 1980, 1988), ("retprice", 1980, 1988), ("beer", 1984, 1988), ("cigsale", 1988, 1988), ("cigsale", 1980, 1980), ("cigsale", 1975, 1975)];
        return PredictorTable.Of(
            [.. predictors.Select(one => $"{one.Column} {one.First}–{one.Last}")],
            rows.GroupBy(row => row["state"], StringComparer.Ordinal).Select(state => KeyValuePair.Create(state.Key, predictors.Select(one => state
                .Where(row => Whole(row["year"]) >= one.First && Whole(row["year"]) <= one.Last && Filled(row[one.Column])).Average(row => Number(row[one.Column]))).ToImmutableArray())));
    }

    /// <summary>300 units × 20 periods with staggered starts, as the reference packages were timed on.</summary>
    public static CohortPanel Staggered() => CohortPanel.FromRows(Rows("20_sim_panel_300x20").Select(row =>
        new CohortPanelRow(row["id"], Whole(row["year"]), Number(row["y"])) { Cohort = Whole(row["g"]) is var start and > 0 and < 1000 ? start : null }));

    /// <summary>Made up: units × 20 periods, a third never treated, the others from 6, 9, 12 or 15 on.</summary>
    public static CohortPanel MadeUp(int units) => CohortPanel.FromRows(Enumerable.Range(0, units).SelectMany(unit =>
    {
        var random = new RandomSequence(seed: 20, (ulong)unit);
        int? cohort = (unit % 6) switch { 0 or 1 => null, var other => 3 * other };
        var level = random.NextNormal();
        var name = unit.ToString("000000", CultureInfo.InvariantCulture);
        return Enumerable.Range(1, 20).Select(period => new CohortPanelRow(name, period, level + (0.1 * period) + (period >= cohort ? 1 : 0) + random.NextNormal()) { Cohort = cohort });
    }));

    /// <summary>Thirteen trials: effects and variances.</summary>
    public static IEnumerable<(string Name, double Effect, double Variance)> Trials() => Rows("08_meta_bcg").Select(row => (row["trial"], Number(row["yi"]), Number(row["vi"])));

    private static IEnumerable<Dictionary<string, string>> Rows(string oracle)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Shared, "oracles", oracle, "data.csv"));
        var header = lines[0].Split(',');
        return lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal));
    }

    private static bool Filled(string text) => text.Length > 0 && text != "NA";

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static int Whole(string text) => text is "Inf" ? int.MaxValue : (int)Number(text);
}
