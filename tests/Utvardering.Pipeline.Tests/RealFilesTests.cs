using System.Globalization;
using Utvardering.Disclosure;
using Utvardering.Disclosure.Tables;
using Utvardering.Testing;

namespace Utvardering.Pipeline.Tests;

/// <summary>
/// The real-files profile against a computation that shares no code with the product: plain loops over the CSV files.
/// </summary>
public sealed class RealFilesTests
{
    private static readonly string[] Pilots = ["0305", "0380", "0486", "0880", "1490", "2281"];
    private static readonly string[] Supported = ["0181", "0191", "0580", "1480", "1488"];
    private static readonly string Data = Path.Combine(Repository.Shared, "data");

    /// <summary>What is read of a released municipality series.</summary>
    public sealed record Cell
    {
        public required string IndicatorId { get; init; }
        public required string MunicipalityCode { get; init; }
        public DateOnly PeriodStart { get; init; }
        public double? Numerator { get; init; }
        public double? Denominator { get; init; }
        public double? Value { get; init; }
        public required string ExposureStatus { get; init; }
    }

    [SharedDataFact]
    public async Task Every_figure_of_the_two_groups_equals_plain_sums_over_the_files()
    {
        using var data = new TemporaryFolder();
        var run = await Runner.RealFilesAsync(data.Path, placeboStart: new DateOnly(2023, 1, 1));
        var released = new ReleasedTables(Runner.Folder(data.Path, run, "released"));
        var cells = released.Read<Cell>("marts.municipality_series").ToDictionary(cell => (cell.IndicatorId, cell.MunicipalityCode, cell.PeriodStart));
        var effects = released.Read<EffectRow>("effects");
        foreach (var code in new[] { "1210", "1701" })
        {
            var counts = Counts(code);
            foreach (var municipality in Pilots.Concat(Supported))
            {
                foreach (var month in Months())
                {
                    var cell = cells[($"bra:reported:{code}", municipality, month)];
                    var population = MidMonth(municipality, month);
                    Assert.Equal(counts.GetValueOrDefault((municipality, month)), cell.Numerator);
                    Assert.Equal(population, cell.Denominator!.Value, 6);
                    Assert.Equal(100_000 * counts.GetValueOrDefault((municipality, month)) / population, cell.Value!.Value, 9);
                    Assert.Equal(Interpolated(municipality, month.Year) || Interpolated(municipality, month.Year - 1) ? "interpolated" : "", cell.ExposureStatus);
                }
            }

            var effect = effects.Single(row => row.IndicatorId == $"bra:reported:{code}" && row.DesignId == "vs-bra");
            var (estimate, p) = Randomisation(counts);
            Assert.Equal(estimate, effect.Estimate!.Value, 9);
            Assert.Equal(p, effect.PValue!.Value, 12);
            Assert.Equal(462, effect.Assignments);
            Assert.Equal((42, 9), (effect.BeforePeriods, effect.AfterPeriods));
        }

        var groups = released.Read<GroupCell>("marts.group_series").ToDictionary(cell => (cell.IndicatorId, cell.GroupId, cell.PeriodStart));
        foreach (var (group, members) in new[] { ("pilot", Pilots), ("bra-supported", Supported) })
        {
            foreach (var month in Months())
            {
                var counts = Counts("1210");
                var sum = members.Sum(municipality => counts.GetValueOrDefault((municipality, month)));
                Assert.Equal(100_000 * sum / members.Sum(municipality => MidMonth(municipality, month)), groups[("bra:reported:1210", group, month)].Value!.Value, 9);
            }
        }
    }

    /// <summary>What is read of a released group series.</summary>
    public sealed record GroupCell
    {
        public required string IndicatorId { get; init; }
        public required string GroupId { get; init; }
        public DateOnly PeriodStart { get; init; }
        public double? Value { get; init; }
    }

    [SharedDataFact]
    public async Task Offences_at_an_unknown_place_are_told_and_three_months_of_roll_in_show_nothing()
    {
        using var data = new TemporaryFolder();
        var run = await Runner.RealFilesAsync(data.Path);
        var released = new ReleasedTables(Runner.Folder(data.Path, run, "released"));

        // Blank municipality, 2019-07 to 2024-03, counted with a text tool: 1210 64 of 66 (two before July 2019).
        Assert.Equal(
            Rows("bra/offences_municipality_month.csv").Where(row => row[0] == "1210" && row[1].Length == 0 && string.CompareOrdinal(row[3], "2019-07") >= 0).Sum(row => Whole(row[4])),
            released.Read<UnknownPlaceRow>("marts.unknown_place").Where(row => row.IndicatorId == "bra:reported:1210").Sum(row => row.UnknownPlace));
        var report = await File.ReadAllTextAsync(run.Report);
        Assert.DoesNotContain(released.Read<EffectRow>("effects"), row => row.OutcomeId == "fire");
        Assert.All(
            released.Read<DecisionRow>("decisions").Where(row => row.OutcomeId == "fire"),
            row => Assert.Contains("2019-07 till 2024-03 och täcker inte båda sidor om starten", row.ReasonSv, StringComparison.Ordinal));
        Assert.DoesNotContain("EXEMPELDATA", report, StringComparison.Ordinal);
    }

    private static IEnumerable<DateOnly> Months()
    {
        for (var month = new DateOnly(2019, 7, 1); month <= new DateOnly(2024, 3, 1); month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    private static Dictionary<(string Municipality, DateOnly Month), double> Counts(string code)
    {
        var counts = new Dictionary<(string, DateOnly), double>();
        foreach (var row in Rows("bra/offences_municipality_month.csv").Where(row => row[0] == code && row[1].Length > 0))
        {
            counts[(row[1], DateOnly.ParseExact(row[3] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture))] = Whole(row[4]);
        }

        return counts;
    }

    private static readonly Lazy<Dictionary<(string Municipality, int Year), double>> YearEnds = new(() =>
        Rows("population/population_31dec.csv").ToDictionary(row => (row[0], Whole(row[2])), row => (double)Whole(row[3])));

    private static bool Interpolated(string municipality, int year) => !YearEnds.Value.ContainsKey((municipality, year));

    private static double YearEnd(string municipality, int year)
    {
        if (YearEnds.Value.TryGetValue((municipality, year), out var known))
        {
            return known;
        }

        var (before, after) = (year, year);
        while (!YearEnds.Value.ContainsKey((municipality, before)))
        {
            before--;
        }

        while (!YearEnds.Value.ContainsKey((municipality, after)))
        {
            after++;
        }

        var (low, high) = (YearEnds.Value[(municipality, before)], YearEnds.Value[(municipality, after)]);
        return low + ((high - low) * (year - before) / (after - before));
    }

    private static double MidMonth(string municipality, DateOnly month)
        => YearEnd(municipality, month.Year - 1) + ((YearEnd(municipality, month.Year) - YearEnd(municipality, month.Year - 1)) * (month.Month - 0.5) / 12);

    /// <summary>The 2×2 difference in differences, and the share of all 462 ways to choose 6 of the 11 that are as far from zero.</summary>
    /// <summary>A start of 2023 at which nothing began, its first quarter rolled in, over the time before the real one.</summary>
    private static (double Estimate, double P) Randomisation(Dictionary<(string Municipality, DateOnly Month), double> counts)
    {
        var units = Pilots.Concat(Supported).ToArray();
        double Rate(string unit, Func<DateOnly, bool> window)
            => 100_000 * Months().Where(window).Sum(month => counts.GetValueOrDefault((unit, month))) / Months().Where(window).Sum(month => MidMonth(unit, month));
        var changes = units.Select(unit => Rate(unit, month => month.Year == 2023 && month.Month > 3) - Rate(unit, month => month.Year < 2023)).ToArray();
        double Difference(int chosen)
        {
            var inside = Enumerable.Range(0, 11).Where(unit => (chosen >> unit & 1) == 1).Average(unit => changes[unit]);
            var outside = Enumerable.Range(0, 11).Where(unit => (chosen >> unit & 1) == 0).Average(unit => changes[unit]);
            return inside - outside;
        }

        var observed = Difference(0b00000111111);
        var all = Enumerable.Range(0, 1 << 11).Where(chosen => int.PopCount(chosen) == 6).Select(Difference).ToList();
        Assert.Equal(462, all.Count);
        return (observed, all.Count(difference => Math.Abs(difference) >= Math.Abs(observed) - 1e-12) / 462.0);
    }

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(Path.Combine(Data, file)).Skip(1).Select(line => line.Split(','));

    private static int Whole(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
