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
        var columns = new Tables.TidyColumns { Unit = "State", Time = "Year", Outcome = "PacksPerCapita", Treated = "treated" };
        var (answer, _) = MethodRun.Of("synthetic-control", Data("01_prop99"), columns);
        Assert.Equal(["California"], answer.Tables[0].Rows.Select(row => row[0]));
        Assert.Equal((39, 38), ((int)answer.Tables[0].Rows[0][6]!, answer.Tables[3].Rows.Count));

        // synthdid's vignette: −15.60 for synthetic DiD, −19.62 for the synthetic control (early-stopped there), −27.35 for DiD
        Assert.InRange(answer.Estimates[0].Estimate.Value, -20, -19);
        Assert.Equal(-15.6, MethodRun.Of("synthetic-did", Data("01_prop99"), columns, 1, "inference=none").Answer.Estimates[0].Estimate.Value, 1);
        Assert.Equal(-27.35, MethodRun.Of("synthetic-did", Data("01_prop99"), columns, 1, "inference=none", "weighting=did").Answer.Estimates[0].Estimate.Value, 2);
        Assert.NotNull(MethodRun.Of("augmented-synthetic-control", Data("01_prop99"), columns, 1, "placebos=no").Answer.Estimates[0]);
    }

    private static string Data(string oracle) => Path.Combine(Repository.Shared, "oracles", oracle, "data.csv");
}
