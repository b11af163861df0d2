using Utvardering.Statistics.SyntheticControl;
using Utvardering.Statistics.SyntheticControl.Placebos;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.SyntheticControl;

/// <summary>Outcome-only synthetic controls of all 39 states: 01b_prop99_scm_placebo.</summary>
public class SyntheticControlOracleTests
{
    private static readonly Oracle Case = new("01b_prop99_scm_placebo");

    [SharedDataFact]
    public void Californias_weights_gaps_and_fit_are_the_exact_ones()
    {
        var expected = Case.Expected().GetProperty("california");
        var estimate = SyntheticControlMethod.Estimate(Prop99.California());

        Prop99.WeightsNear(expected.GetProperty("weights"), estimate.Weights.Select(weight => (weight.Unit, weight.Weight)), 1e-6);
        Assertion.Near(Oracle.Number(expected.GetProperty("att_1989_2000")), estimate.Effect.Value, 1e-6);
        Assertion.Near(Oracle.Number(expected.GetProperty("pre_rmspe")), estimate.PreRmspe, 1e-6);
        Assertion.Near(Oracle.Number(expected.GetProperty("post_rmspe")), estimate.PostRmspe, 1e-6);
        Assert.All(estimate.Gaps, gap => Assertion.Near(Oracle.Number(expected.GetProperty("gap").GetProperty($"{gap.Period}")), gap.Gap, 1e-6));
        Assert.All(estimate.Gaps, gap => Assertion.Near(Oracle.Number(expected.GetProperty("synthetic").GetProperty($"{gap.Period}")), gap.Synthetic, 1e-6));
        Assert.True(estimate.WeightsAreUnique);
        Assert.True(estimate.KktViolation < 1e-12);
    }

    [SharedDataTheory]
    [InlineData("placebo_donors_include_california", true)]
    [InlineData("placebo_donors_exclude_california", false)]
    public void Placebos_of_all_states_and_the_p_value_are_the_exact_ones(string pools, bool withTreated)
    {
        var expected = Case.Expected().GetProperty(pools);
        var result = PlaceboInSpace.Run(Prop99.California(), placebo: new() { TreatedInDonorPools = withTreated });

        Assert.Equal(38, result.Placebos.Length);
        Assert.All(result.Placebos, placebo =>
        {
            var unit = expected.GetProperty("units").GetProperty(placebo.Unit);
            Prop99.WeightsNear(unit.GetProperty("weights"), placebo.Weights.Select(weight => (weight.Unit, weight.Weight)), 1e-6);
            Assertion.Near(Oracle.Number(unit.GetProperty("att")), placebo.Effect, 1e-6);
            Assertion.Near(Oracle.Number(unit.GetProperty("pre_rmspe")), placebo.PreRmspe, 1e-6);
            Assertion.Near(Oracle.Number(unit.GetProperty("post_rmspe")), placebo.PostRmspe, 1e-6);
            Assertion.Near(1, placebo.Ratio / Oracle.Number(unit.GetProperty("ratio")), 1e-6);
        });

        var california = expected.GetProperty("california");
        Assertion.Near(Oracle.Number(california.GetProperty("ratio")), result.Treated.Ratio, 1e-6);
        Assert.Equal(california.GetProperty("rank").GetInt32(), result.Rank);
        Assertion.Near(Oracle.Number(california.GetProperty("p_value")), result.Effect.PValue, 1e-12);
        Assertion.Near(Oracle.Number(california.GetProperty("p_value_abs_att")), result.PValueOfEffect, 1e-12);
    }
}
