using Utvardering.Methods.Tables;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Tests;

/// <summary>Other models of the same methods by name: fixed effects chosen, counts, control series, earlier starts.</summary>
public sealed class ModelMethodTests
{
    // Kinds of units (m) and periods; b and d are treated from period 3 on. z is an outcome that nothing changes.
    private static readonly string Six = MethodOracle.Csv("k,t,y,e,d,m,z", Enumerable.Range(0, 6).SelectMany(unit => Enumerable.Range(1, 4).Select(t =>
        $"{"abcdef"[unit]},{t},{20 + (3 * unit) + (2 * t) + ((unit * t) % 3) + (unit is 1 or 3 && t >= 3 ? 9 : 0)},{10 + unit},{(unit is 1 or 3 && t >= 3 ? 1 : 0)},{"xy"[unit % 2]},{5 + ((unit * unit * t) % 4)}")));

    private static readonly TidyColumns Columns = new() { Unit = "k", Time = "t", Outcome = "y", Treated = "d" };

    [Theory]
    [InlineData("twfe")]
    [InlineData("poisson-did")]
    public void Unit_and_time_named_as_effects_are_the_two_way_regression(string method)
    {
        var (usual, named) = (MethodRun.Of(method, Six, Columns).Answer.Estimates[0].Estimate, MethodRun.Of(method, Six, Columns, 1, "effects=k,t").Answer.Estimates[0].Estimate);
        Assert.Equal(usual.Value, named.Value, 12);
        Assert.Equal(usual.StandardError, named.StandardError, 12);
        Assert.NotEqual(usual.Value, MethodRun.Of(method, Six, Columns, 1, "effects=m,t").Answer.Estimates[0].Estimate.Value, 3);
        Assert.Equal(usual.Sample.Observations, MethodRun.Of(method, Six, Columns, 1, "effects=m,t", "leave-one-out=treated").Answer.Estimates[0].Estimate.Sample.Observations);
    }

    [Fact]
    public void A_plain_regression_is_the_difference_of_means_and_the_logarithm_of_their_ratio()
    {
        var rows = Six.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(',')).ToArray();
        double Sum(string treated, int column) => rows.Where(row => row[4] == treated).Sum(row => double.Parse(row[column], null));
        Assert.Equal((Sum("1", 2) / 4) - (Sum("0", 2) / 20), MethodRun.Of("twfe", Six, Columns, 1, "plain=yes").Answer.Estimates[0].Estimate.Value, 10);
        var rates = MethodRun.Of("poisson-did", Six, Columns with { Exposure = "e" }, 1, "plain=yes", "errors=classical", "k-adj=no", "g-adj=no").Answer.Estimates[0].Estimate;
        Assert.Equal(Math.Log(Sum("1", 2) / Sum("1", 3) / (Sum("0", 2) / Sum("0", 3))), rates.Value, 10);
        Assert.Equal(Math.Sqrt((1 / Sum("1", 2)) + (1 / Sum("0", 2))), rates.StandardError, 10);
        Assert.Contains("A plain regression has no effects", Assert.Throws<InputException>(() => MethodRun.Of("twfe", Six, Columns, 1, "plain=yes", "effects=m")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_of_an_effect_that_changes_within_a_longer_period_is_refused()
    {
        var csv = MethodOracle.Csv("k,t,y,d,m", Enumerable.Range(0, 24).SelectMany(m => new[] { "a", "b", "c" }.Select((unit, i) =>
            $"{unit},{2022 + (m / 12)}-{(m % 12) + 1:00},{(i * m) % 7},{(i == 0 && m >= 12 ? 1 : 0)},{m % 2}")));
        Assert.Contains("a unit has one, the same in all its rows", Assert.Throws<InputException>(() => MethodRun.Of("twfe", csv, Columns, 1, "grain=quarter", "effects=k,m")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Poisson_event_study_by_hand()
    {
        // Ratios of the treated's to the control's rates: 2, 1, 3; against the second log 2 before and log 3 after.
        var csv = "k,t,y,e,d\na,1,10,10,0\na,2,20,10,0\na,3,30,10,0\nb,1,40,20,0\nb,2,40,20,0\nb,3,180,20,1\n";
        var (answer, _) = MethodRun.Of("event-study", csv, Columns with { Exposure = "e" }, 1, "family=poisson", "errors=classical", "k-adj=no", "g-adj=no");
        Assert.Equal(["event -2", "event 0", "after"], answer.Estimates.Select(one => one.Name));
        Assert.Equal(Math.Log(2), answer.Estimates[0].Estimate.Value, 10);
        Assert.Equal(Math.Log(3), answer.Estimates[1].Estimate.Value, 10);
        Assert.Equal(answer.Estimates[1].Estimate.StandardError, answer.Estimates[2].Estimate.StandardError, 12);

        // Linear, of rates: 2, 2, 9 less 1, 2, 3 is 1, 0, 6.
        var linear = MethodRun.Of("event-study", csv, Columns with { Exposure = "e" }, 1, "errors=hc0").Answer.Estimates;
        Assert.Equal([1, 6, 6], linear.Select(one => Math.Round(one.Estimate.Value, 10)));
    }

    [Fact]
    public void An_event_study_is_made_without_each_unit_and_of_outcomes_that_nothing_changes()
    {
        var (answer, _) = MethodRun.Of("event-study", Six, Columns, 1, "leave-one-out=treated", "negative-controls=z");
        var without = MethodOracle.Csv("k,t,y,e,d,m,z", Six.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Where(row => row[0] != 'b'));
        Assert.Equal(MethodRun.Of("event-study", without, Columns).Answer.Estimates[^1].Estimate.Value, answer.Number("leftOut", "estimate"), 10);
        Assert.Equal(MethodRun.Of("event-study", Six, Columns with { Outcome = "z" }).Answer.Estimates[^1].Estimate.Value, answer.Number("negativeControls", "estimate"), 10);
    }

    [Theory]
    [InlineData("newey-west")]
    [InlineData("ar1")]
    [InlineData("quasi-poisson")]
    public void A_series_beyond_its_control_is_checked_like_any_effect(string model)
    {
        var csv = MethodOracle.Csv("k,t,y,e,d,z", Enumerable.Range(0, 5).SelectMany(unit => Enumerable.Range(0, 24).Select(t =>
            $"{"abcde"[unit]},{t},{40 + (5 * unit) + t + ((unit + 3) * t * t % 11) + (unit < 2 && t >= 14 ? 30 : 0)},{100 + unit},{(unit < 2 && t >= 14 ? 1 : 0)},{20 + ((unit + 1) * t * t % 7)}")));
        var columns = Columns with { Exposure = "e" };
        double Level(string data, params string[] options) => MethodRun.Of("its", data, columns, 1, [$"model={model}", "slope=no", .. options]).Answer.Estimates[0].Estimate.Value;
        var (answer, _) = MethodRun.Of("its", csv, columns, 1, $"model={model}", "slope=no", "leave-one-out=treated", "negative-controls=z");
        var without = MethodOracle.Csv("k,t,y,e,d,z", csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Where(row => row[0] != 'a'));
        Assert.Equal(Level(without), answer.Number("leftOut", "estimate"), 9);
        Assert.Equal(MethodRun.Of("its", csv, columns with { Outcome = "z" }, 1, $"model={model}", "slope=no").Answer.Estimates[0].Estimate.Value, answer.Number("negativeControls", "estimate"), 9);

        // Least squares and Poisson regression of two series that share nothing: the difference of their own levels.
        if (model != "ar1")
        {
            var swapped = MethodOracle.Csv("k,t,y,e,d,z", csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Where(row => row[0] is 'c' or 'd' or 'e').Select(row => row.Split(','))
                .Select(cells => $"{cells[0]},{cells[1]},{cells[2]},{cells[3]},{(int.Parse(cells[1], null) >= 14 ? 1 : 0)},{cells[5]}"));
            Assert.Equal(Level(csv, "controlled=no") - Level(swapped), answer.Estimates[0].Estimate.Value, 9);
        }
    }

    [Fact]
    public void Synthetic_difference_in_differences_of_an_earlier_start_sees_no_treated_period()
    {
        string Table(int periods, int start) => MethodOracle.Csv("k,t,y,d", Enumerable.Range(0, 6).SelectMany(unit => Enumerable.Range(1, periods).Select(t =>
            $"{"abcdef"[unit]},{t},{(unit * t % 5) + t + (unit == 0 && t >= 8 ? 50 : 0)},{(unit == 0 && t >= start ? 1 : 0)}")));
        var columns = new TidyColumns { Unit = "k", Time = "t", Outcome = "y", Treated = "d" };
        var placebo = MethodRun.Of("synthetic-did", Table(10, 8), columns, 1, "placebo-start=5", "inference=placebo-exhaustive").Answer.Estimates.Single(one => one.Name == "placebo").Estimate;
        var cut = MethodRun.Of("synthetic-did", Table(7, 5), columns, 1, "inference=placebo-exhaustive").Answer.Estimates[0].Estimate;
        Assert.Equal(cut.Value, placebo.Value, 12);
        Assert.Equal(cut.StandardError, placebo.StandardError, 12);
    }
}
