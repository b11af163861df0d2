using Utvardering.Methods.Tables;
using Utvardering.Testing;

namespace Utvardering.Methods.Tests;

/// <summary>Inference with a handful of units, by name.</summary>
public sealed class FewUnitsMethodTests
{
    // Changes: a +4, b +6 treated; c +1, d +3 controls: 5 − 2 = 3.
    private const string Four = "k,t,y,d,s,z\na,1,0,0,x,0\na,2,4,1,x,1\nb,1,1,0,w,0\nb,2,7,1,w,3\nc,1,5,0,x,1\nc,2,6,0,x,2\nd,1,2,0,w,1\nd,2,5,0,w,4\n";

    private static readonly TidyColumns Columns = new() { Unit = "k", Time = "t", Outcome = "y", Treated = "d" };

    private static readonly TidyColumns States = new() { Unit = "state", Time = "year", Outcome = "y", Treated = "D" };

    [Fact]
    public void Within_strata_only_choices_within_them_count()
    {
        // Of ac one and of bd one: ab, ad, cb, cd with sums 10, 7, 7, 4 of 14, differences 3, 0, 0, −3: two of four are as large as 3.
        var (answer, _) = MethodRun.Of("did", Four, Columns, 1, "strata=s");
        Assert.Equal(2.0 / 4, answer.Estimates[0].Estimate.PValue, 12);
        Assert.Equal(2.0 / 4, MethodRun.Of("randomisation", Four, Columns, 1, "strata=s").Answer.Number("test", "pTwoSided"), 12);
    }

    [Fact]
    public void Unit_changes_are_tested_by_Ibragimov_and_Muller_and_by_Donald_and_Lang()
    {
        // Variances 2 and 2 of two each: √(2/2 + 2/2); 1 degree of freedom. Pooled: √(2 (1/2 + 1/2)) too, 2 degrees.
        var one = MethodRun.Of("did", Four, Columns, 1, "inference=ibragimov-muller").Answer.Estimates[0].Estimate;
        Assert.Equal(3, one.Value, 12);
        Assert.Equal(Math.Sqrt(2), one.StandardError, 12);
        Assert.Equal(1, one.DegreesOfFreedom);
        var pooled = MethodRun.Of("did", Four, Columns, 1, "inference=donald-lang").Answer.Estimates[0].Estimate;
        Assert.Equal(3, pooled.Value, 12);
        Assert.Equal(Math.Sqrt(2), pooled.StandardError, 12);
        Assert.Equal(2, pooled.DegreesOfFreedom);

        // P(|T| ≥ t) with 2 degrees of freedom is 1 − t / √(t² + 2), t = 3 / √2.
        Assert.Equal(1 - (3 / Math.Sqrt(2) / Math.Sqrt(4.5 + 2)), pooled.PValue, 10);
    }

    [SharedDataFact]
    public void Eleven_states_by_each_inference_as_the_reference()
    {
        var expected = MethodOracle.Expected("05_few_clusters");
        var path = MethodOracle.Data("05_few_clusters");
        Statistics.Results.Estimate Did(string inference) => MethodRun.Of("did", path, States, 1, $"inference={inference}").Answer.Estimates[0].Estimate;
        MethodOracle.Near(expected.Number("randomisation", "p_two_sided"), Did("randomisation").PValue, 1e-12);
        MethodOracle.Near(expected.Number("model", "se_fixest_cluster"), Did("cluster").StandardError, 1e-9);
        var cr2 = expected.GetProperty("clubSandwich_plm_twoways").GetProperty("CR2");
        MethodOracle.Near(cr2.Number("se"), Did("cr2").StandardError, 1e-7);
        MethodOracle.Near(cr2.Number("df"), Did("cr2").DegreesOfFreedom, 1e-7);

        // Ibragimov and Müller's t is Welch's, held against t with the smaller group's five units less one.
        var t = Did("ibragimov-muller");
        MethodOracle.Near(expected.Number("randomisation", "t_welch_obs"), t.Value / t.StandardError, 1e-9);
        Assert.Equal(4, t.DegreesOfFreedom);
    }

    [SharedDataFact]
    public void The_studentised_randomisation_test_has_its_p_value_and_an_interval_that_ends_where_it_rejects()
    {
        var (answer, _) = MethodRun.Of("randomisation", MethodOracle.Data("05_few_clusters"), States);
        var studentised = answer.Estimates.Single(one => one.Name == "studentised").Estimate;
        MethodOracle.Near(MethodOracle.Expected("05_few_clusters").Number("randomisation", "p_two_sided_studentised"), studentised.PValue, 1e-12);

        // The effect taken off the treated: just inside the end it is not rejected at 5 %, just outside it is.
        double PAt(double effect) => MethodRun.Of("randomisation", Without(effect), States).Answer.Number("test", "pTwoSided", 1);
        Assert.True(PAt(studentised.Interval.High - 0.01) > 0.05 && PAt(studentised.Interval.High + 0.01) <= 0.05);
    }

    [SharedDataFact]
    public void The_wild_bootstrap_s_hypothesis_at_its_interval_s_end_is_where_it_rejects()
    {
        // The oracle's inversion ends at 3.1966752.
        double P(string hypothesis) => MethodRun.Of("wild-bootstrap", MethodOracle.Data("05_few_clusters"), States, 1, $"hypothesis={hypothesis}").Answer.Number("test", "pSymmetric");
        Assert.True(P("3.19") > 0.05);
        Assert.True(P("3.20") <= 0.05);
    }

    [SharedDataFact]
    public void Several_outcomes_are_one_family_by_the_step_down()
    {
        var expected = MethodOracle.Expected("09_multiple_testing").GetProperty("westfall_young_stepdown_maxT_462");
        var outcomes = expected.GetProperty("outcomes").EnumerateArray().Select(one => one.GetString()!).ToArray();
        var treated = MethodOracle.Expected("05_few_clusters").GetProperty("model").GetProperty("treated").EnumerateArray().Select(one => one.GetString()!).ToHashSet();
        var names = MethodOracle.Expected("05_few_clusters").GetProperty("randomisation").GetProperty("delta").EnumerateObject().Select(one => one.Name).ToArray();
        var csv = MethodOracle.Csv("state,year,d," + string.Join(',', outcomes), expected.GetProperty("delta").EnumerateArray().SelectMany((row, i) => new[]
        {
            $"{names[i]},1,0,0,0,0", $"{names[i]},2,{(treated.Contains(names[i]) ? 1 : 0)}," + string.Join(',', row.EnumerateArray().Select(value => value.GetRawText())),
        }));
        var columns = new TidyColumns { Unit = "state", Time = "year", Outcome = outcomes[0], Treated = "d" };
        var (answer, _) = MethodRun.Of("randomisation", csv, columns, 1, $"outcomes={outcomes[1]},{outcomes[2]}");
        foreach (var (row, outcome) in outcomes.Index())
        {
            Assert.Equal(outcome, answer.Cell("family", "outcome", row));
            MethodOracle.Near(expected.Number("t_obs", outcome), Math.Abs(answer.Number("family", "statistic", row)), 1e-9);
            MethodOracle.Near(expected.Number("p_raw", outcome), answer.Number("family", "pValue", row), 1e-12);
            MethodOracle.Near(expected.Number("p_stepdown", outcome), answer.Number("family", "adjustedP", row), 1e-12);
        }
    }

    [Fact]
    public void Drawn_statistics_are_stepped_down()
    {
        // |t| = 3 (b) and 1 (a). Maxima of the three draws 2, 0.5 and 4: for b (1 + 1) / 4; a alone 1.5, 0.2, 0.9: (1 + 1) / 4, alone and adjusted.
        var csv = "test,draw,t\na,,1\nb,,-3\na,1,1.5\nb,1,-2\na,2,0.2\nb,2,0.5\na,3,-0.9\nb,3,4\n";
        var columns = new TidyColumns { Unit = "test", Outcome = "t" };
        var (answer, _) = MethodRun.Of("adjust-p", csv, columns, 1, "draw=draw");
        Assert.Equal([0.5, 0.5], answer.Column("romanoWolf", "adjusted"));

        // As all assignments, the observed one as draw 4: of four a has two as large as 1, b two as large as 3.
        var all = csv + "a,4,1\nb,4,-3\n";
        Assert.Equal([0.5, 0.5], MethodRun.Of("adjust-p", all, columns, 1, "draw=draw", "exhaustive=yes").Answer.Column("romanoWolf", "adjusted"));

        // One-sided: a's 1 and 1.5 are as large as 1 in one draw of three, b's −3 is the smallest of all.
        Assert.Equal([0.75, 1.0], MethodRun.Of("adjust-p", csv, columns, 1, "draw=draw", "two-sided=no").Answer.Column("romanoWolf", "adjusted"));
        Assert.Contains("Draw 3", Assert.Throws<Warehouse.InputException>(() => MethodRun.Of("adjust-p", csv[..csv.LastIndexOf("b,3", StringComparison.Ordinal)], columns, 1, "draw=draw")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Triple_difference_takes_out_what_both_groups_share()
    {
        // The group affected as above; the other changes a +1, b +1, c 0, d +2. Gaps a 3, b 5, c 1, d 1: 4 − 1 = 3. Sums of two of the four gaps, 10 in all:
        // 8, 4, 4, 6, 6 and 2: |sum − 5| is 3, 1, 1, 1, 1 and 3.
        var rows = Four.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => $"{row},1")
            .Concat(new[] { "a,1,2,0,x,0,0", "a,2,3,1,x,0,0", "b,1,2,0,w,0,0", "b,2,3,1,w,0,0", "c,1,4,0,x,0,0", "c,2,4,0,x,0,0", "d,1,1,0,w,0,0", "d,2,3,0,w,0,0" });
        var csv = MethodOracle.Csv("k,t,y,d,s,z,young", rows);
        var (answer, _) = MethodRun.Of("did", csv, Columns, 1, "affected=young");
        Assert.Equal([3, 3, 0], answer.Estimates.Select(one => Math.Round(one.Estimate.Value, 12)));
        Assert.Equal(2.0 / 6, answer.Estimates[0].Estimate.PValue, 12);
        Assert.Equal([3, 3, 0], MethodRun.Of("did", csv, Columns, 1, "affected=young", "inference=cluster").Answer.Estimates.Select(one => Math.Round(one.Estimate.Value, 9)));

        // z: the group affected changes a +1, b +3, c +1, d +3, the other not at all: 2 − 2.
        var (checks, _) = MethodRun.Of("did", csv, Columns, 1, "affected=young", "inference=cluster", "negative-controls=z", "leave-one-out=treated");
        Assert.Equal(0, checks.Number("negativeControls", "estimate"), 9);
        Assert.Equal([5 - 1.0, 3 - 1.0], checks.Column("leftOut", "estimate").Select(value => Math.Round((double)value!, 9)));
    }

    [Fact]
    public void Persons_are_put_together_to_adjusted_means_before_the_test()
    {
        // y = 10 · cell + 2x exactly (the cells of a, b, c, d before and after are 0, 1, 0, 3, 0, 0, 0, 2): changes 10, 30, 0, 20; 20 − 10.
        double[] cells = [0, 1, 0, 3, 0, 0, 0, 2];
        var csv = MethodOracle.Csv("k,t,y,d,x", cells.SelectMany((cell, i) => new[] { 1.0, 4, -2 + i }.Select(x =>
            $"{"abcd"[i / 2]},{(i % 2) + 1},{MethodOracle.Text((10 * cell) + (2 * x))},{(i is 1 or 3 ? 1 : 0)},{MethodOracle.Text(x)}")));
        var estimate = MethodRun.Of("did", csv, Columns with { Covariates = ["x"] }, 1, "persons=yes", "inference=donald-lang").Answer.Estimates[0].Estimate;
        Assert.Equal(10, estimate.Value, 9);

        // Pooled variance of (10, 30) and (0, 20) is 200: √(200 (1/2 + 1/2)).
        Assert.Equal(Math.Sqrt(200), estimate.StandardError, 9);
        Assert.Equal(2, estimate.DegreesOfFreedom);
    }

    [Fact]
    public void Each_unit_is_left_out_and_what_can_t_be_estimated_is_told()
    {
        // Without a: 6 − 2; b: 4 − 2; c: 5 − 3; d: 5 − 1.
        var (answer, _) = MethodRun.Of("did", Four, Columns, 1, "leave-one-out=each");
        Assert.Equal([4, 2, 2, 4], answer.Column("leftOut", "estimate").Select(value => Math.Round((double)value!, 12)));
        Assert.Equal([true, true, false, false], answer.Column("leftOut", "treated"));
        var one = Four.Replace("b,2,7,1", "b,2,7,0", StringComparison.Ordinal);
        Assert.Contains("No unit is treated", (string)MethodRun.Of("did", one, Columns, 1, "leave-one-out=treated").Answer.Cell("leftOut", "problem")!, StringComparison.Ordinal);
    }

    [Fact]
    public void An_outcome_that_can_t_be_changed_is_estimated_in_the_same_way()
    {
        // z changes a +1, b +3; c +1, d +3.
        var (answer, _) = MethodRun.Of("did", Four, Columns, 1, "negative-controls=z", "inference=donald-lang");
        Assert.Equal(0, answer.Number("negativeControls", "estimate"), 12);
        Assert.Equal(1, answer.Number("negativeControls", "adjustedP"), 12);

        // Pooled variance 2: standard error √2; t₀.₉₇₅ and t₀.₈ with 2 degrees of freedom are 4.302653 and 1.060660.
        MethodOracle.Near(Math.Sqrt(2) * (4.302653 + 1.060660), answer.Number("negativeControls", "detectable"), 1e-5);
    }

    private static string Without(double effect) => MethodOracle.Csv("state,year,y,D", MethodOracle.Rows("05_few_clusters").Select(row =>
        $"{row["state"]},{row["year"]},{MethodOracle.Text(double.Parse(row["y"], System.Globalization.CultureInfo.InvariantCulture) - (row["D"] == "1" ? effect : 0))},{row["D"]}"));
}
