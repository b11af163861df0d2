using Utvardering.Testing;

namespace Utvardering.Methods.Tests;

/// <summary>Methods run by name on the published tables give the reference packages' figures: the way through columns and options is right too.</summary>
public sealed class OracleMethodTests
{
    [SharedDataFact]
    public void Meta_on_the_vaccine_trials_as_metafor()
    {
        var (answer, _) = MethodRun.Of("meta", Data("08_meta_bcg"), new() { Unit = "trial", Outcome = "yi" }, 1, "variance=vi", "inference=wald");
        var mean = Assert.Single(answer.Estimates).Estimate;

        // metafor's own documentation of rma() on dat.bcg: −0.7145 (se 0.1798), τ² 0.3132, I² 92.22 %
        Assert.Equal(-0.7145, mean.Value, 4);
        Assert.Equal(0.1798, mean.StandardError, 4);
        Assert.Equal(0.3132, (double)answer.Tables[0].Rows[0][0]!, 4);
    }

    [SharedDataFact]
    public void Group_time_on_minimum_wages_as_did()
    {
        var (answer, json) = MethodRun.Of("group-time", Data("02_did_mpdta"), new() { Unit = "countyreal", Time = "year", Outcome = "lemp", Cohort = "first_treat" });

        // The vignette of did: ATT(2004, 2004) = −0.0105 (0.0233), simple ATT −0.0400 (0.0120)
        Assert.Equal(-0.0400, answer.Estimates[0].Estimate.Value, 4);
        Assert.Equal(0.0120, answer.Estimates[0].Estimate.StandardError, 4);
        var first = json.GetProperty("tables").GetProperty("groupTime")[0];
        Assert.Equal("2004", first.GetProperty("cohort").GetString());
        Assert.Equal(-0.0105, first.GetProperty("estimate").GetDouble(), 4);
        Assert.Equal(0.0233, first.GetProperty("standardError").GetDouble(), 4);
    }

    [SharedDataFact]
    public void Bacon_adds_up_to_its_own_estimate()
    {
        var (answer, _) = MethodRun.Of("bacon", Data("02_did_mpdta"), new() { Unit = "countyreal", Time = "year", Outcome = "lemp", Cohort = "first_treat" });
        Assert.Equal(answer.Estimates[0].Estimate.Value, answer.Tables[0].Rows.Sum(row => (double)row[3]! * (double)row[4]!), 10);
        Assert.Equal(1, answer.Tables[1].Rows.Sum(row => (double)row[1]!), 10);
    }

    [SharedDataFact]
    public void Synthetic_control_of_California_ranks_first_of_39()
    {
        var columns = new Tables.TidyColumns { Unit = "state", Time = "year", Outcome = "packs_per_capita", Treated = "treated" };
        var (answer, _) = MethodRun.Of("synthetic-control", Data("01_prop99"), columns);
        Assert.Equal(["California"], answer.Tables[0].Rows.Select(row => row[0]));
        Assert.Equal((39, 38), ((int)answer.Tables[0].Rows[0][6]!, answer.Tables[3].Rows.Count));

        // synthdid's vignette: −15.60 for synthetic DiD, −19.62 for the synthetic control (early-stopped there), −27.35 for DiD
        Assert.InRange(answer.Estimates[0].Estimate.Value, -20, -19);
        Assert.Equal(-15.6, MethodRun.Of("synthetic-did", Data("01_prop99"), columns, 1, "inference=none").Answer.Estimates[0].Estimate.Value, 1);
        Assert.Equal(-27.35, MethodRun.Of("synthetic-did", Data("01_prop99"), columns, 1, "inference=none", "weighting=did").Answer.Estimates[0].Estimate.Value, 2);
        Assert.NotNull(MethodRun.Of("augmented-synthetic-control", Data("01_prop99"), columns, 1, "inference=none").Answer.Estimates[0]);
    }

    [SharedDataFact]
    public void Regressions_for_staggered_starts_agree_where_they_must()
    {
        var columns = new Tables.TidyColumns { Unit = "countyreal", Time = "year", Outcome = "lemp", Cohort = "first_treat" };

        // Without covariates and with never-treated controls Sun and Abraham's average is group-time's simple one (the oracle's notes), −0.0400.
        var simple = MethodRun.Of("group-time", Data("02_did_mpdta"), columns).Answer.Estimates[0].Estimate.Value;
        Assert.Equal(simple, MethodRun.Of("sun-abraham", Data("02_did_mpdta"), columns).Answer.Estimates[0].Estimate.Value, 8);
        var twfe = MethodRun.Of("twfe", Data("02_did_mpdta"), columns).Answer.Estimates[0].Estimate.Value;
        Assert.Equal(twfe, MethodRun.Of("bacon", Data("02_did_mpdta"), columns).Answer.Estimates[0].Estimate.Value, 8);
        Assert.InRange(MethodRun.Of("imputation", Data("02_did_mpdta"), columns, 1, "leads=2").Answer.Estimates[0].Estimate.Value, -0.06, -0.03);
        Assert.Equal(["-1"], MethodRun.Of("event-study", Data("02_did_mpdta"), columns).Answer.Tables[0].Rows.Where(row => (bool)row[2]!).Select(row => row[0]!.ToString()!));
    }

    [Fact]
    public void Poisson_with_two_groups_and_two_periods_is_the_ratio_of_ratios()
    {
        // (20/10) / (15/15) = 2
        var csv = "k,t,n,d\na,1,10,0\na,2,20,1\nb,1,15,0\nb,2,15,0\n";
        var (answer, _) = MethodRun.Of("poisson-did", csv, new() { Unit = "k", Time = "t", Outcome = "n", Treated = "d" }, 1, "errors=classical");
        Assert.Equal(Math.Log(2), answer.Estimates[0].Estimate.Value, 8);
        Assert.Equal(1, answer.Estimates[1].Estimate.Value, 8);
    }

    [SharedDataFact]
    public void Honest_bounds_widen_and_tell_where_the_conclusion_falls()
    {
        var columns = new Tables.TidyColumns { Unit = "countyreal", Time = "year", Outcome = "lemp", Cohort = "first_treat" };
        var (answer, _) = MethodRun.Of("honest-did", Data("02_did_mpdta"), columns, 1, "study=group-time", "bounds=0,0.5,1", "effect=0");
        var lengths = answer.Tables[0].Rows.Select(row => (double)row[2]! - (double)row[1]!).ToList();
        Assert.Equal(lengths.Order(), lengths);
        var breakdown = (double)answer.Tables[1].Rows[0][0]!;
        Assert.All(answer.Tables[0].Rows, row => Assert.Equal((double)row[0]! < breakdown, row[3]));
    }

    [SharedDataFact]
    public void Power_is_told_before_the_result_with_the_designs_false_alarms()
    {
        var columns = new Tables.TidyColumns { Unit = "state", Time = "year", Outcome = "packs_per_capita", Treated = "treated" };
        string[] options = ["design=twfe", "draws=50", "treated=5", "before=10", "after=5"];
        var (answer, json) = MethodRun.Of("power", Data("01_prop99"), columns, 7, options);
        var row = answer.Tables[0].Rows[0];
        Assert.True((double)row[0]! > 0 && (double)row[2]! > 0);
        Assert.InRange((double)row[3]!, 0, 1);
        Assert.Equal(7UL, json.GetProperty("seed").GetUInt64());
        Assert.Equal((double)row[0]!, (double)MethodRun.Of("power", Data("01_prop99"), columns, 7, options).Answer.Tables[0].Rows[0][0]!);
    }

    [SharedDataFact]
    public void Wild_bootstrap_of_eleven_states_takes_all_2048_ways()
    {
        var columns = new Tables.TidyColumns { Unit = "state", Time = "year", Outcome = "y", Treated = "D" };
        var (answer, _) = MethodRun.Of("wild-bootstrap", Data("05_few_clusters"), columns);
        var row = answer.Tables[0].Rows[0];

        // The oracle's own enumeration: 182 of 2 048 with ≥, 180 with >
        Assert.Equal((182 / 2048.0, 180 / 2048.0, 2048, true), ((double)row[1]!, (double)row[2]!, (int)row[7]!, (bool)row[8]!));
    }

    [SharedDataFact]
    public void Interrupted_series_of_Sicily_as_the_published_tutorial()
    {
        // The oracle's quasi-Poisson without season, the slope unchanged: log rate ratio −0.1116 (0.0325); see its published source.
        var rows = File.ReadAllLines(Data("07_its_sicily"));
        var header = rows[0].Split(',').ToList();
        string Cell(string row, string column) => row.Split(',')[header.IndexOf(column)];
        var csv = "k,t,n,e,d\n" + string.Join('\n', rows.Skip(1).Select((row, i) => $"Sicily,{i},{Cell(row, "aces")},{Cell(row, "stdpop")},{Cell(row, "smokban")}")) + "\n";
        var columns = new Tables.TidyColumns { Unit = "k", Time = "t", Outcome = "n", Exposure = "e", Treated = "d" };
        var level = MethodRun.Of("its", csv, columns, 1, "model=quasi-poisson", "slope=no").Answer.Estimates[0].Estimate;
        Assert.Equal(-0.1116, level.Value, 4);
        Assert.Equal(0.0325, level.StandardError, 4);
        Assert.Equal(["level", "slope"], MethodRun.Of("its", csv, columns, 1, "model=ar1").Answer.Estimates.Select(one => one.Name));
        Assert.Single(MethodRun.Of("its", csv, columns, 1, "slope=no", "season=harmonics").Answer.Estimates);
    }

    private static string Data(string oracle) => MethodOracle.Data(oracle);
}
