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

    private static string Data(string oracle) => Path.Combine(Repository.Shared, "oracles", oracle, "data.csv");
}
