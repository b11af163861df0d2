using Utvardering.Statistics.SyntheticControl;
using Utvardering.Statistics.SyntheticControl.Conformal;
using Utvardering.Statistics.SyntheticControl.Pooled;
using Utvardering.Statistics.SyntheticControl.SyntheticDid;
using Utvardering.Validation.Panels;

namespace Utvardering.Validation.Methods;

/// <summary>Synthetic controls, on quarters: with 284 donors months take too long.</summary>
internal static class SyntheticFamilies
{
    private const int PlaceboDraws = 100;
    private const int PlaceboControls = 60;
    private const int ConformalDonors = 20;

    public static MethodFamily SyntheticDidJackknife { get; } = new(
        [new("sdid-jackknife", "Synthetic difference in differences, jackknife errors", "quarters")],
        1,
        5,
        trial => [Answer.Of(() => SyntheticDifferenceInDifferences.Estimate(trial.Quarters(), new() { Inference = SyntheticDidInference.Jackknife }).Effect)]);

    // A draw with 284 controls takes 0.03 seconds, so that the whole would take hours.
    public static MethodFamily SyntheticDidPlacebo { get; } = new(
        [new("sdid-placebo", $"Synthetic difference in differences with at most {PlaceboControls} controls, placebo errors ({PlaceboDraws} draws)", "quarters")],
        1,
        5,
        trial =>
        [
            Answer.Of(() => SyntheticDifferenceInDifferences.Estimate(
                trial.With(Scenarios.Treated, PlaceboControls).Quarters(),
                new() { Inference = SyntheticDidInference.Placebo, Replications = PlaceboDraws, Seed = trial.Seed }).Effect),
        ]);

    public static MethodFamily Pooled { get; } = new(
        [
            new("pooled-scm", "Pooled de-meaned synthetic controls, averages of placebos", "quarters"),
            new("pooled-scm-ranks", "Pooled de-meaned synthetic controls, ranks among placebos", "quarters"),
        ],
        1,
        10,
        trial =>
        {
            PooledEstimate? estimate = null;
            PooledEstimate Estimate() => estimate ??= PooledSyntheticControl.Estimate(
                trial.Quarters(), new() { Variant = SyntheticControlVariant.Demeaned }, new() { Draws = 1999, Seed = trial.Seed });
            return [Answer.Of(() => Estimate().Effect), Answer.Of(() => Estimate().RankEffect)];
        });

    public static MethodFamily Conformal { get; } = new(
        [new("conformal", $"Conformal inference for one treated unit, de-meaned synthetic control of at most {ConformalDonors} donors", "months") { IsComparable = false }],
        2,
        5,
        trial =>
        [
            Answer.Of(() => ConformalInference.Run(
                trial.With(1, ConformalDonors).Months(), new() { Variant = SyntheticControlVariant.Demeaned }, new() { EachPeriod = false }).Effect),
        ]);
}
