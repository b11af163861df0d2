using System.Globalization;
using Utvardering.Methods.Tables;
using Utvardering.Testing;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Tests;

/// <summary>Longer periods, and interrupted series, by name.</summary>
public sealed class SeriesMethodTests
{
    private static readonly TidyColumns Columns = new() { Unit = "k", Time = "t", Outcome = "y", Treated = "d" };

    [Theory]
    [InlineData("quarter")]
    [InlineData("year")]
    public void Months_are_added_up_by_count_and_exposure(string grain)
    {
        // Month m of 2022–2024 has 1 + m % 5 (treated: twice that from 2024 on) of 100 + m.
        var months = Enumerable.Range(0, 36).SelectMany(m => new[] { "a", "b", "c" }.Select(unit =>
            (Unit: unit, Month: m, Count: (1 + (m % 5)) * (unit == "a" && m >= 24 ? 2 : 1) + (unit == "c" ? 1 : 0), Exposure: 100 + m, Treated: unit == "a" && m >= 24 ? 1 : 0))).ToList();
        var monthly = MethodOracle.Csv("k,t,y,e,d", months.Select(row => $"{row.Unit},{2022 + (row.Month / 12)}-{(row.Month % 12) + 1:00},{row.Count},{row.Exposure},{row.Treated}"));
        var length = grain == "quarter" ? 3 : 12;
        var added = MethodOracle.Csv("k,t,y,e,d", months.GroupBy(row => (row.Unit, Period: row.Month / length)).Select(cell =>
            $"{cell.Key.Unit},{(grain == "quarter" ? $"{2022 + (cell.Key.Period / 4)}-Q{(cell.Key.Period % 4) + 1}" : 2022 + cell.Key.Period)},{cell.Sum(row => row.Count)},{cell.Sum(row => row.Exposure)},{cell.Max(row => row.Treated)}"));
        var columns = Columns with { Exposure = "e" };
        foreach (var method in new[] { "did", "poisson-did" })
        {
            var (expected, actual) = (MethodRun.Of(method, added, columns).Answer.Estimates[0].Estimate, MethodRun.Of(method, monthly, columns, 1, $"grain={grain}").Answer.Estimates[0].Estimate);
            Assert.Equal(expected.Value, actual.Value, 12);
            Assert.Equal(expected.Sample, actual.Sample);
        }

        var periods = MethodRun.Of("synthetic-control", monthly, columns, 1, $"grain={grain}", "inference=none").Answer.Column("gaps", "period");
        Assert.Equal(grain == "quarter" ? "2024-Q4" : "2024", periods[^1]);
    }

    [Fact]
    public void Only_whole_longer_periods_are_kept()
    {
        // November and December 2022 make no quarter that is whole.
        var csv = MethodOracle.Csv("k,t,y,d", Enumerable.Range(10, 20).SelectMany(m => new[] { $"a,{2022 + (m / 12)}-{(m % 12) + 1:00},{m},{(m >= 24 ? 1 : 0)}", $"b,{2022 + (m / 12)}-{(m % 12) + 1:00},1,0" }));
        Assert.Equal(6, MethodRun.Of("did", csv, Columns, 1, "grain=quarter").Answer.Estimates[0].Estimate.Sample.Periods);
    }

    [SharedDataTheory]
    [InlineData("lag0_noadjust", "lag=0 adjust=no")]
    [InlineData("lag3_noadjust", "lag=3 adjust=no")]
    [InlineData("lag3_adjust", "lag=3")]
    [InlineData("lag6_adjust", "lag=6 adjust=yes")]
    public void Newey_and_West_s_errors_equal_R_s(string of, string options)
    {
        var expected = MethodOracle.Expected("07_its_sicily").GetProperty("linear_rate_segmented").GetProperty($"newey_west_{of}").GetProperty("se");
        var answer = MethodRun.Of("its", Sicily(), Columns, 1, options.Split(' ')).Answer;
        MethodOracle.Near(expected.Number("smokban"), answer.Estimates[0].Estimate.StandardError, 1e-9);
    }

    [SharedDataTheory]
    [InlineData("gls_ar1_REML", "reml", 1e-4)]
    [InlineData("gls_ar1_ML", "ml", 1e-4)]
    [InlineData("prais_winsten_iterated", "prais-winsten", 1e-8)]
    public void Autoregressive_errors_equal_R_s(string of, string how, double tolerance)
    {
        // nlme's optimiser knows ρ to 1e-5 or so: the oracle's tolerances.
        var expected = MethodOracle.Expected("07_its_sicily").GetProperty(of);
        var answer = MethodRun.Of("its", Sicily(), Columns, 1, "model=ar1", $"ar1={how}").Answer;
        MethodOracle.Near(expected.Number("rho"), answer.Number("residuals", "rho"), tolerance);
        MethodOracle.Near(expected.Number("coef", "smokban", "estimate"), answer.Estimates[0].Estimate.Value, tolerance);
        MethodOracle.Near(expected.Number("coef", "smokban", "se"), answer.Estimates[0].Estimate.StandardError, tolerance);
    }

    [SharedDataFact]
    public void A_change_of_slope_in_counts_is_tested_by_analysis_of_deviance()
    {
        var expected = MethodOracle.Expected("07_its_sicily").GetProperty("F_test_slope_change");
        var csv = MethodOracle.Csv("k,t,y,e,d", MethodOracle.Rows("07_its_sicily").Select(row => $"Sicily,{row["year"]}-{row["month"].PadLeft(2, '0')},{row["aces"]},{row["stdpop"]},{row["smokban"]}"));
        var (answer, _) = MethodRun.Of("its", csv, Columns with { Exposure = "e" }, 1, "model=quasi-poisson", "season=harmonics");
        MethodOracle.Near(expected.Number("F"), answer.Number("slopeTest", "f"), 1e-8);
        MethodOracle.Near(expected.Number("p"), answer.Number("slopeTest", "pValue"), 1e-8);
        Assert.Equal(51.0, answer.Cell("slopeTest", "df2"));
    }

    [Fact]
    public void Stability_is_told_as_worked_by_hand()
    {
        // Eight periods 1, −1, −1, 1 twice are orthogonal to constant and trend: residuals as they are, squares 8. Their sums reach 1 first: 1 / √(8/6 · 8).
        // Then four more, raised by 4. Apart 8 + 4 = 12. Together: the pattern's 12 and what a trend leaves of the step, 4² · 4 − 12 (4/3)² − 64² / 143 = 14.0233.
        int[] pattern = [1, -1, -1, 1, 1, -1, -1, 1, 5, 3, 3, 5];
        var csv = MethodOracle.Csv("k,t,y,d", pattern.Select((y, i) => $"a,{i + 1},{y},{(i >= 8 ? 1 : 0)}"));
        var (answer, _) = MethodRun.Of("its", csv, Columns);
        Assert.Equal(["cusum", "recursive-cusum", "chow"], answer.Column("stability", "test"));
        Assert.Equal(1 / Math.Sqrt(8.0 / 6 * 8), answer.Number("stability", "statistic"), 10);
        Assert.Equal("1", answer.Cell("stability", "period"));
        var step = 64 - (12 * 16 / 9.0) - (64.0 * 64 / 143);
        Assert.Equal(step / 2 / (12 / 8.0), answer.Number("stability", "statistic", 2), 10);
        Assert.Equal("9", answer.Cell("stability", "period", 2));
    }

    [Fact]
    public void Options_of_another_model_are_told()
        => Assert.Contains("Option lag has no use with model=ar1: it is for model=newey-west.", Assert.Throws<InputException>(() =>
            MethodRun.Of("its", "k,t,y,d\na,1,1,0\n", Columns, 1, "model=ar1", "lag=2")).Message, StringComparison.Ordinal);

    private static string Sicily() => MethodOracle.Csv("k,t,y,d", MethodOracle.Rows("07_its_sicily").Select((row, i) =>
        $"Sicily,{(i + 1).ToString(CultureInfo.InvariantCulture)},{row["rate"]},{row["smokban"]}"));
}
