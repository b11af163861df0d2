using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Utvardering.Statistics.SyntheticControl.SyntheticDid;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.SyntheticControl;

/// <summary>
/// 01_prop99. Weights are held against the exact solution (block exact_qp); against the package, which stops its iteration early, only within 0.02.
/// </summary>
public class SyntheticDidOracleTests
{
    private static readonly Oracle Case = new("01_prop99");

    [SharedDataTheory]
    [InlineData("sdid", SyntheticDidWeighting.SyntheticDid)]
    [InlineData("sc", SyntheticDidWeighting.SyntheticControl)]
    public void Weights_and_effect_are_the_exact_ones(string block, SyntheticDidWeighting weighting)
    {
        var expected = Case.Expected().GetProperty("exact_qp").GetProperty(block);
        var estimate = SyntheticDifferenceInDifferences.Estimate(Prop99.California(), new() { Weighting = weighting, Inference = SyntheticDidInference.None });
        var cohort = Assert.Single(estimate.Cohorts);

        Assertion.Near(Oracle.Number(expected.GetProperty("estimate")), estimate.Effect.Value, 1e-6);
        Prop99.WeightsNear(expected.GetProperty("omega"), cohort.UnitWeights.Select(weight => (weight.Unit, weight.Weight)), 1e-6);
        Prop99.WeightsNear(expected.GetProperty("lambda"), cohort.PeriodWeights.Select(weight => ($"{weight.Period}", weight.Weight)), 1e-6);
        var setup = Case.Expected().GetProperty("setup");
        Assertion.Near(Oracle.Number(setup.GetProperty("noise_level")), cohort.NoiseLevel, 1e-9);
    }

    [SharedDataFact]
    public void Regularisation_and_the_packages_estimate_are_near()
    {
        var expected = Case.Expected().GetProperty("synthdid").GetProperty("sdid");
        var estimate = SyntheticDifferenceInDifferences.Estimate(Prop99.California(), new() { Inference = SyntheticDidInference.PlaceboExhaustive });
        var cohort = Assert.Single(estimate.Cohorts);

        Assertion.Near(Oracle.Number(expected.GetProperty("zeta_omega")), cohort.ZetaOmega, 1e-9);
        Assertion.Near(Oracle.Number(expected.GetProperty("zeta_lambda")), cohort.ZetaLambda, 1e-12);
        Assertion.Near(Oracle.Number(expected.GetProperty("estimate")), estimate.Effect.Value, 0.02);
        Assertion.Near(Oracle.Number(expected.GetProperty("placebo_se_exhaustive")), estimate.Effect.StandardError, 0.02);
        var placebos = expected.GetProperty("placebo_estimates_each_control").EnumerateObject().ToDictionary(unit => unit.Name, unit => unit.Value);
        Assert.All(cohort.UnitWeights.Zip(estimate.Draws), pair => Assertion.Near(Oracle.Number(placebos[pair.First.Unit]), pair.Second, 0.1));
        CurveNear(expected, cohort, 0.02);
    }

    [SharedDataFact]
    public void Difference_in_differences_is_the_closed_form()
    {
        var expected = Case.Expected().GetProperty("synthdid").GetProperty("did");
        var estimate = SyntheticDifferenceInDifferences.Estimate(
            Prop99.California(), new() { Weighting = SyntheticDidWeighting.DifferenceInDifferences, Inference = SyntheticDidInference.PlaceboExhaustive });
        var cohort = Assert.Single(estimate.Cohorts);

        Assertion.Near(Oracle.Number(expected.GetProperty("estimate")), estimate.Effect.Value, 1e-9);
        Assertion.Near(Oracle.Number(expected.GetProperty("placebo_se_exhaustive")), estimate.Effect.StandardError, 1e-9);
        Prop99.WeightsNear(expected.GetProperty("omega"), cohort.UnitWeights.Select(weight => (weight.Unit, weight.Weight)), 1e-12);
        CurveNear(expected, cohort, 1e-9);
    }

    [SharedDataTheory]
    [InlineData("sdid")]
    [InlineData("sc")]
    [InlineData("did")]
    public void With_three_treated_and_the_packages_weights_effect_and_jackknife_are_the_packages(string block)
    {
        var expected = Case.Expected().GetProperty("three_treated_construction").GetProperty(block);
        var estimate = SyntheticDifferenceInDifferences.Estimate(Prop99.Panel("California", "Nevada", "Utah"), new()
        {
            Inference = SyntheticDidInference.Jackknife,
            UnitWeights = expected.GetProperty("omega").EnumerateObject().ToImmutableDictionary(unit => unit.Name, unit => Oracle.Number(unit.Value)),
            PeriodWeights = expected.GetProperty("lambda").EnumerateObject().ToImmutableDictionary(
                period => int.Parse(period.Name, CultureInfo.InvariantCulture), period => Oracle.Number(period.Value)),
        });
        Assertion.Near(Oracle.Number(expected.GetProperty("estimate")), estimate.Effect.Value, 1e-9);
        Assertion.Near(Oracle.Number(expected.GetProperty("jackknife_se")), estimate.Effect.StandardError, 1e-6);
    }

    [SharedDataFact]
    public void With_three_treated_the_exact_effect_is_near_the_packages()
    {
        var expected = Case.Expected().GetProperty("three_treated_construction").GetProperty("sdid");
        var estimate = SyntheticDifferenceInDifferences.Estimate(
            Prop99.Panel("California", "Nevada", "Utah"), new() { Inference = SyntheticDidInference.Jackknife });
        Assertion.Near(Oracle.Number(expected.GetProperty("estimate")), estimate.Effect.Value, 0.02);
    }

    [SharedDataTheory]
    [InlineData("placebo_se_seed12345_200reps", SyntheticDidInference.Placebo)]
    [InlineData("bootstrap_se_seed12345_200reps", SyntheticDidInference.Bootstrap)]
    public void Random_standard_errors_are_within_monte_carlo_error_of_the_packages(string figure, SyntheticDidInference inference)
    {
        var expected = Oracle.Number(Case.Expected().GetProperty("three_treated_construction").GetProperty("sdid").GetProperty(figure));
        var estimate = SyntheticDifferenceInDifferences.Estimate(
            Prop99.Panel("California", "Nevada", "Utah"), new() { Inference = inference, Replications = 400 });
        Assertion.Near(1, estimate.Effect.StandardError / expected, 0.15);
        Assert.Equal(400, estimate.Draws.Length);
        Assert.Equal(1UL, estimate.Effect.Seed);
    }

    private static void CurveNear(JsonElement expected, SyntheticDidCohort cohort, double tolerance)
    {
        var after = cohort.Gaps.Where(gap => gap.Period >= cohort.Start).Select(gap => gap.Gap).ToArray();
        var curve = expected.GetProperty("effect_curve");
        var values = curve.ValueKind == JsonValueKind.Array ? Oracle.Numbers(curve) : [.. curve.EnumerateObject().Select(period => Oracle.Number(period.Value))];
        Assert.Equal(values.Length, after.Length);
        Assert.All(values.Zip(after), pair => Assertion.Near(pair.First, pair.Second, tolerance * 5));
    }
}
