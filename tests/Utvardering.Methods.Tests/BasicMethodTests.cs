using Utvardering.Methods.Tables;

namespace Utvardering.Methods.Tests;

public sealed class BasicMethodTests
{
    // Changes: a +4, b +6 treated; c +1, d +3 controls. Difference of means 5 − 2 = 3. Of the six choices of two of four, the sums of changes
    // are 10 (ab), 5, 7, 7, 9 and 4: |difference| = |sum − 14 + sum| / 2 = 3, 2, 0, 0, 2 and 3: two are as large as the observed.
    private const string Four = "k,t,y,d\na,1,0,0\na,2,4,1\nb,1,1,0\nb,2,7,1\nc,1,5,0\nc,2,6,0\nd,1,2,0\nd,2,5,0\n";

    private static readonly TidyColumns Columns = new() { Unit = "k", Time = "t", Outcome = "y", Treated = "d" };

    [Fact]
    public void Did_is_the_difference_of_mean_changes_with_its_randomisation_test()
    {
        var (answer, json) = MethodRun.Of("did", Four, Columns);
        var effect = Assert.Single(answer.Estimates).Estimate;
        Assert.Equal(3, effect.Value, 12);
        Assert.Equal(2.0 / 6, effect.PValue, 12);
        Assert.Equal((8, 4, 2, 2), (effect.Sample.Observations, effect.Sample.Units, effect.Sample.TreatedUnits, effect.Sample.Periods));
        var written = json.GetProperty("estimates")[0];
        Assert.Equal(3, written.GetProperty("estimate").GetDouble(), 12);
        Assert.Equal("-Infinity", written.GetProperty("low").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, written.GetProperty("standardError").ValueKind);
        Assert.Contains(json.GetProperty("estimates")[0].GetProperty("warnings").EnumerateArray(), warning => warning.GetProperty("kind").GetString() == "minimum_p_value_above_level");
    }

    [Fact]
    public void A_cohort_column_says_the_same_as_a_treatment_column()
    {
        var cohorts = "k,t,y,g\na,1,0,2\na,2,4,2\nb,1,1,2\nb,2,7,2\nc,1,5,\nc,2,6,\nd,1,2,0\nd,2,5,10000\n";
        Assert.Throws<Warehouse.InputException>(() => MethodRun.Of("did", cohorts.Replace("c,2,6,\n", "c,2,6,2\n", StringComparison.Ordinal), Columns with { Treated = null, Cohort = "g" }));
        Assert.Equal(3, MethodRun.Of("did", cohorts, Columns with { Treated = null, Cohort = "g" }).Answer.Estimates[0].Estimate.Value, 12);
    }

    [Fact]
    public void Counts_with_exposures_are_pooled_to_rates()
    {
        // a: 1/10 → 6/20, b: 2/10 → 2/10: 0.2 − 0 = 0.2
        var csv = "k,t,y,e,d\na,1,1,10,0\na,2,6,20,1\nb,1,2,10,0\nb,2,2,10,0\n";
        Assert.Equal(0.2, MethodRun.Of("did", csv, Columns with { Exposure = "e" }).Answer.Estimates[0].Estimate.Value, 12);
    }

    [Fact]
    public void Randomisation_tells_both_statistics_and_all_units()
    {
        var (answer, json) = MethodRun.Of("randomisation", Four, Columns);
        Assert.Equal(["difference", "studentised"], answer.Estimates.Select(one => one.Name));

        // Welch's t = 3 / √(2/2 + 2/2)
        Assert.Equal(3, answer.Estimates[1].Estimate.Value, 12);
        Assert.Equal(3 / Math.Sqrt(2), json.GetProperty("tables").GetProperty("test")[1].GetProperty("observed").GetDouble(), 12);
        Assert.Equal(6, json.GetProperty("tables").GetProperty("test")[0].GetProperty("assignments").GetInt32());
        Assert.Equal(["a", "b", "c", "d"], json.GetProperty("tables").GetProperty("units").EnumerateArray().Select(row => row.GetProperty("unit").GetString()));
    }

    [Fact]
    public void Staggered_starts_are_held_against_the_never_treated_and_permuted_whole()
    {
        // a starts in 2, b in 3. a: 1 → 5, b: 2 → 9, c: 3 → 4, d: 2 → 5, with c and d on 1, 2, 6 and 2, 2, 8 around them:
        // around 2 c changes by 4 − 1, d by 5 − 2; around 3 by 6 − 1.5 and 8 − 2. Effect (4 − 3 + 7 − 5.25) / 2.
        const string csv = "k,t,y,g\na,1,1,2\na,2,5,2\na,3,5,2\nb,1,2,3\nb,2,2,3\nb,3,9,3\nc,1,1,\nc,2,2,\nc,3,6,\nd,1,2,\nd,2,2,\nd,3,8,\n";

        var (answer, json) = MethodRun.Of("staggered", csv, Columns with { Treated = null, Cohort = "g" });

        Assert.Equal(1.375, Assert.Single(answer.Estimates).Estimate.Value, 12);
        Assert.Equal(12, answer.Number("test", "assignments"), 12);
        Assert.Equal(["a", "b"], json.GetProperty("tables").GetProperty("units").EnumerateArray().Where(row => row.GetProperty("start").GetString() is not null).Select(row => row.GetProperty("unit").GetString()).Distinct());

        // One that was treated all along is left out, and is no control.
        Assert.Equal(1.375, MethodRun.Of("staggered", csv + "e,1,50,1\ne,2,90,1\ne,3,10,1\n", Columns with { Treated = null, Cohort = "g" }).Answer.Estimates[0].Estimate.Value, 12);

        // With one start it is the randomisation test of the difference in mean changes.
        Assert.Equal(MethodRun.Of("randomisation", Four, Columns).Answer.Number("test", "pTwoSided"), MethodRun.Of("staggered", Four, Columns).Answer.Number("test", "pTwoSided"), 12);
    }

    [Fact]
    public void Adjusted_p_values_stand_beside_each_test()
    {
        // Holm by hand: 0.01 · 3, max(0.03, 0.02 · 2), max(0.04, 0.04)
        var (answer, _) = MethodRun.Of("adjust-p", "test,p\na,0.01\nb,0.04\nc,0.02\n", new() { Unit = "test", Outcome = "p" });
        Assert.Equal([0.03, 0.04, 0.04], answer.Tables[0].Rows.Select(row => Math.Round((double)row[3]!, 12)));
    }

    [Fact]
    public void Rates_are_told_with_exact_limits_and_against_the_reference()
    {
        // Garwood's limits of a count of 10: 4.795 and 18.390 (Breslow and Day's table); 10/1000 against 5/1000 is a ratio of 2.
        var (answer, _) = MethodRun.Of("rates", "k,n,e\na,10,1000\nb,5,1000\n", new() { Unit = "k", Outcome = "n", Exposure = "e" }, 1, "scale=1000", "reference=b");
        Assert.Equal([10, 4.795, 18.39], answer.Tables[0].Rows[0].Skip(3).Take(3).Select(cell => Math.Round((double)cell!, 3)));
        Assert.Equal(2, (double)Assert.Single(answer.Tables[1].Rows)[1]!, 12);
    }

    [Fact]
    public void Funnel_limits_lie_around_the_common_rate_and_narrow_with_size()
    {
        var (answer, json) = MethodRun.Of("funnel", "k,n,e\na,10,1000\nb,500,50000\nc,3,300\nd,90,9000\n", new() { Unit = "k", Outcome = "n", Exposure = "e" }, 1, "scale=1000");
        var rows = answer.Tables[0].Rows;
        Assert.All(rows, row => Assert.Equal(10, (double)row[3]!, 9));
        Assert.All(rows, row => Assert.InRange(10, (double)row[4]!, (double)row[5]!));
        Assert.True((double)rows[1][5]! < (double)rows[3][5]! && (double)rows[3][5]! < (double)rows[0][5]!);
        Assert.Equal(10, json.GetProperty("tables").GetProperty("dispersion")[0].GetProperty("target").GetDouble(), 9);
    }
}
