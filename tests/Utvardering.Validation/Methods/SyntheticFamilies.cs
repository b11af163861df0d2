using Utvardering.Statistics.SyntheticControl;
using Utvardering.Statistics.SyntheticControl.Conformal;
using Utvardering.Statistics.SyntheticControl.Placebos;
using Utvardering.Statistics.SyntheticControl.Pooled;
using Utvardering.Statistics.SyntheticControl.SyntheticDid;

namespace Utvardering.Validation.Methods;

/// <summary>Synthetic controls, on quarters: with 284 donors months take too long.</summary>
internal static class SyntheticFamilies
{
    private const int PlaceboDraws = 100;
    private const int ConformalDonors = 20;
    private const int SpaceDonors = 39;

    public static MethodFamily SyntheticDidJackknife { get; } = new(
        [new("sdid-jackknife", "Synthetic difference in differences, jackknife errors", "quarters")],
        1,
        5,
        trial => [Answer.Of(() => SyntheticDifferenceInDifferences.Estimate(trial.Quarters(), new() { Inference = SyntheticDidInference.Jackknife }).Effect)]);

    public static MethodFamily SyntheticDidPlacebo { get; } = new(
        [new("sdid-placebo", $"Synthetic difference in differences, placebo errors ({PlaceboDraws} draws)", "quarters")],
        1,
        5,
        trial =>
        [
            Answer.Of(() => SyntheticDifferenceInDifferences.Estimate(
                trial.Quarters(),
                new() { Inference = SyntheticDidInference.Placebo, Replications = PlaceboDraws, Seed = trial.Seed }).Effect),
        ]);

    public static MethodFamily SyntheticDidBootstrap { get; } = new(
        [new("sdid-bootstrap", $"Synthetic difference in differences, bootstrap of units ({PlaceboDraws} draws)", "quarters")],
        1,
        10,
        trial =>
        [
            Answer.Of(() => SyntheticDifferenceInDifferences.Estimate(
                trial.Quarters(), new() { Inference = SyntheticDidInference.Bootstrap, Replications = PlaceboDraws, Seed = trial.Seed }).Effect),
        ]);

    public static MethodFamily SingleUnit { get; } = new(
        [
            new("scm-space", $"Synthetic control of one treated unit, rank of its RMSPE ratio among placebos of at most {SpaceDonors} donors", "quarters") { IsComparable = false },
            new("jackknife-plus", $"Jackknife+ over periods for one treated unit, ridge-augmented de-meaned synthetic control of at most {ConformalDonors} donors; rejects where its interval leaves zero out", "quarters") { IsComparable = false },
            new("conformal-augmented", $"Conformal inference for one treated unit, ridge-augmented de-meaned synthetic control of at most {ConformalDonors} donors", "quarters") { IsComparable = false },
        ],
        2,
        5,
        trial =>
        {
            SyntheticControlOptions augmented = new() { Variant = SyntheticControlVariant.DemeanedRidgeAugmented };
            return
            [
                Answer.Of(() => PlaceboInSpace.Run(trial.With(1, SpaceDonors).Quarters()).Effect),
                Answer.OfInterval(() => JackknifePlus.Run(trial.With(1, ConformalDonors).Quarters(), augmented).Effect),
                Answer.Of(() => ConformalInference.Run(trial.With(1, ConformalDonors).Quarters(), augmented, new() { EachPeriod = false }).Effect),
            ];
        });

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
