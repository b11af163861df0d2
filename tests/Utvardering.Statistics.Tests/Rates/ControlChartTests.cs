using System.Collections.Immutable;
using System.Text.Json;
using Utvardering.Statistics.Rates;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.Rates;

/// <summary>Against R's qicharts2: accidents and emergencies in England (Laney's example), infections with C. difficile.</summary>
public class ControlChartTests
{
    private static readonly Oracle Oracle = new("10_rates");

    [SharedDataTheory]
    [InlineData("p_nhs_accidents", ControlChartKind.P)]
    [InlineData("p_prime_nhs_accidents", ControlChartKind.PPrime)]
    [InlineData("u_nhs_accidents", ControlChartKind.U)]
    [InlineData("u_prime_nhs_accidents", ControlChartKind.UPrime)]
    public void Charts_of_accidents_equal_qicharts2(string of, ControlChartKind kind) => Equal(of, ControlChart.Of(
        kind,
        [.. Oracle.Rows("nhs_accidents.csv").Select(row => Oracle.Number(row["r"]))],
        [.. Oracle.Rows("nhs_accidents.csv").Select(row => Oracle.Number(row["n"]))]));

    [SharedDataTheory]
    [InlineData("u_cdi", ControlChartKind.U, null)]
    [InlineData("u_prime_cdi", ControlChartKind.UPrime, null)]
    [InlineData("u_cdi_freeze24", ControlChartKind.U, 24)]
    public void Charts_of_infections_equal_qicharts2(string of, ControlChartKind kind, int? baseline) => Equal(of, ControlChart.Of(
        kind, Infections(), [.. Oracle.Rows("cdi.csv").Select(row => Oracle.Number(row["days"]))], new() { Scale = 10_000, Baseline = baseline }));

    [SharedDataTheory]
    [InlineData("c_cdi", ControlChartKind.C)]
    [InlineData("i_cdi", ControlChartKind.Individuals)]
    public void Charts_of_counts_equal_qicharts2(string of, ControlChartKind kind) => Equal(of, ControlChart.Of(kind, Infections()));

    [Fact]
    public void A_point_far_out_is_astronomical_and_nothing_else_is()
    {
        var chart = Frozen([1, -1, 1, -1, 1, -1], 1, 40, -1, 1);
        Assert.Equal([7], With(chart, SignalRule.AstronomicalPoint));
        Assert.Empty(With(chart, SignalRule.TwoOfThree));
    }

    [Fact]
    public void Eight_on_one_side_are_a_shift_and_a_point_on_the_centre_does_not_break_it()
    {
        // The baseline's mean is 0: 1 and −1 in turn.
        double[] baseline = [1, -1, 1, -1, 1, -1];
        Assert.Equal([5, 6, 7, 8, 9, 11, 12, 13, 14], With(Frozen(baseline, -.3, -.2, -.3, -.2, 0, -.3, -.2, -.3, -.2, 1), SignalRule.Shift));
        Assert.DoesNotContain(With(Frozen(baseline, .2, .3, .2, .3, .2, .3, .2), SignalRule.Shift), i => i > 6);
    }

    [Fact]
    public void Six_rising_points_are_a_trend_and_equal_neighbours_do_not_count()
    {
        Assert.Equal([1, 2, 3, 5, 6, 7], With(Measurements(5, 1, 2, 3, 3, 4, 5, 6, 2), SignalRule.Trend));
        Assert.Empty(With(Measurements(5, 1, 2, 3, 3, 4, 5, 2), SignalRule.Trend));
    }

    [Fact]
    public void Two_of_three_and_four_of_five_need_the_same_side()
    {
        // Moving ranges of 2 in the baseline: σ = 2 / 1.128 = 1.773.
        double[] baseline = [1, -1, 1, -1, 1, -1];
        Assert.Equal([6, 8], With(Frozen(baseline, 4, 0, 4), SignalRule.TwoOfThree));
        Assert.Empty(With(Frozen(baseline, 4, 0, -4), SignalRule.TwoOfThree));
        Assert.Equal([6, 7, 9, 10], With(Frozen(baseline, 2, 2, 0, 2, 2), SignalRule.FourOfFive));
    }

    [Fact]
    public void Fifteen_points_near_the_centre_say_the_limits_are_too_wide() =>
        // σ = 18 / 1.128 = 16: the baseline's own four points lie near the centre too.
        Assert.Equal(24, With(Frozen([9, -9, 9, -9], [.. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? .1 : -.1)]), SignalRule.FifteenNearCentre).Length);

    [Fact]
    public void Turned_upside_down_a_chart_has_the_same_signals() => Property.HoldsForEverySeed(seed =>
    {
        var random = new Statistics.Random.RandomSequence(seed, 0);
        ImmutableArray<double> values = [.. Enumerable.Range(0, 30).Select(i => RandomCase.Normal(random) + (i > 18 ? 1.5 : 0))];
        var (here, there) = (ControlChart.Of(ControlChartKind.Individuals, values), ControlChart.Of(ControlChartKind.Individuals, [.. values.Select(value => 7 - (2 * value))]));
        return here.Runs == there.Runs && here.Points.Zip(there.Points).All(pair => pair.First.Signals.SequenceEqual(pair.Second.Signals));
    }, cases: 60);

    [Fact]
    public void A_chart_without_its_denominators_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ControlChart.Of(ControlChartKind.U, [1, 2]));
        Assert.Throws<ArgumentException>(() => ControlChart.Of(ControlChartKind.P, [1, 3], [2, 2]));
        Assert.Throws<ArgumentException>(() => ControlChart.Of(ControlChartKind.C, [1, 2], [2, 2]));
        Assert.Throws<ArgumentException>(() => ControlChart.Of(ControlChartKind.C, [1, 2], default, new() { Baseline = 3 }));
    }

    private static void Equal(string of, ControlChart actual)
    {
        var expected = Oracle.Expected().GetProperty("charts").GetProperty(of);
        Assert.Equal(expected.GetProperty("y").GetArrayLength(), actual.Points.Length);
        foreach (var (i, point) in actual.Points.Index())
        {
            Near(expected, "y", i, point.Value);
            Near(expected, "cl", i, point.Centre);
            Near(expected, "lcl", i, point.Lower);
            Near(expected, "ucl", i, point.Upper);
            Near(expected, "lcl.95", i, point.InnerLower);
            Near(expected, "ucl.95", i, point.InnerUpper);
            Assert.Equal(expected.GetProperty("sigma.signal")[i].GetBoolean(), point.Signals.Contains(SignalRule.AstronomicalPoint));
        }

        Assert.Equal(expected.GetProperty("runs.signal")[0].GetBoolean(), actual.Runs.HasSignal);
        Assert.Equal(expected.GetProperty("longest.run")[0].GetInt32(), actual.Runs.LongestRun);
        Assert.Equal(expected.GetProperty("longest.run.max")[0].GetInt32(), actual.Runs.LongestRunLimit);
        Assert.Equal(expected.GetProperty("n.crossings")[0].GetInt32(), actual.Runs.Crossings);
        Assert.Equal(expected.GetProperty("n.crossings.min")[0].GetInt32(), actual.Runs.CrossingsLimit);
    }

    private static void Near(JsonElement expected, string name, int i, double actual) => Assertion.Near(Oracle.Number(expected.GetProperty(name)[i]), actual, 1e-9);

    private static ImmutableArray<double> Infections() => [.. Oracle.Rows("cdi.csv").Select(row => Oracle.Number(row["n"]))];

    private static ControlChart Measurements(params ImmutableArray<double> values) => ControlChart.Of(ControlChartKind.Individuals, values);

    private static ControlChart Frozen(double[] baseline, params double[] values) =>
        ControlChart.Of(ControlChartKind.Individuals, [.. baseline, .. values], default, new() { Baseline = baseline.Length });

    private static int[] With(ControlChart chart, SignalRule rule) => [.. chart.Points.Index().Where(point => point.Item.Signals.Contains(rule)).Select(point => point.Index)];
}
