using System.Text.Json;
using Utvardering.Statistics.SyntheticControl;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.SyntheticControl;

/// <summary>
/// 12_augsynth_kansas. The oracle allows its package's solver 2E−4; it did better, and all blocks are held to 1E−7.
/// </summary>
public class RidgeAugmentedOracleTests
{
    private const double Exact = 1e-7;

    private static readonly Oracle Case = new("12_augsynth_kansas");

    [SharedDataTheory]
    [InlineData("scm", SyntheticControlVariant.OutcomeOnly, false)]
    [InlineData("ridge_ascm", SyntheticControlVariant.RidgeAugmented, false)]
    [InlineData("ridge_ascm_fixedeff", SyntheticControlVariant.DemeanedRidgeAugmented, false)]
    [InlineData("ridge_ascm_covariates", SyntheticControlVariant.RidgeAugmented, true)]
    public void Effects_weights_and_lambda_are_the_packages(string block, SyntheticControlVariant variant, bool withCovariates)
    {
        var expected = Case.Expected().GetProperty(block);
        var estimate = SyntheticControlMethod.Estimate(Kansas.Panel(), new() { Variant = variant, Predictors = withCovariates ? Kansas.Covariates() : null });

        if (expected.GetProperty("lambda").ValueKind == JsonValueKind.Number)
        {
            Assertion.Near(1, estimate.Lambda!.Value / Oracle.Number(expected.GetProperty("lambda")), 1e-6);
        }

        AttNear(expected, estimate);
        WeightsNear(expected, estimate);
        if (!withCovariates)
        {
            Assertion.Near(Oracle.Number(expected.GetProperty("l2_imbalance")), estimate.PreRmspe * Math.Sqrt(Kansas.Start - 1), Exact);
        }
    }

    [SharedDataFact]
    public void The_synthetic_control_is_the_exact_one()
    {
        var expected = Case.Expected().GetProperty("scm_exact");
        var estimate = SyntheticControlMethod.Estimate(Kansas.Panel());
        AttNear(expected, estimate);
        WeightsNear(expected, estimate);
        Assertion.Near(Oracle.Number(expected.GetProperty("l2_imbalance")), estimate.PreRmspe * Math.Sqrt(Kansas.Start - 1), Exact);
        Assert.True(estimate.WeightsAreUnique);
    }

    [SharedDataFact]
    public void The_augmentation_is_the_closed_form_on_the_exact_weights()
    {
        var expected = Case.Expected().GetProperty("ridge_ascm_closed_form_on_exact_scm");
        var estimate = SyntheticControlMethod.Estimate(Kansas.Panel(), new() { Variant = SyntheticControlVariant.RidgeAugmented });
        Assertion.Near(1, estimate.Lambda!.Value / Oracle.Number(expected.GetProperty("lambda")), 1e-6);
        Assertion.Near(Oracle.Number(expected.GetProperty("average_post")), estimate.Effect.Value, Exact);
        WeightsNear(expected, estimate);
    }

    private static void AttNear(JsonElement expected, SyntheticControlEstimate estimate)
    {
        Assertion.Near(Oracle.Number(expected.GetProperty("average_post")), estimate.Effect.Value, Exact);
        Assert.All(estimate.Gaps, gap => Assertion.Near(Oracle.Number(expected.GetProperty("att").GetProperty(Kansas.Key(gap.Period))), gap.Gap, Exact));
    }

    private static void WeightsNear(JsonElement expected, SyntheticControlEstimate estimate) =>
        Prop99.WeightsNear(expected.GetProperty("weights"), estimate.Weights.Select(weight => (weight.Unit, weight.Weight)), Exact);
}
