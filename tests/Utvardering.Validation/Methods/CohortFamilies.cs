using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Sensitivity;

namespace Utvardering.Validation.Methods;

/// <summary>Estimators made for staggered starts, and the regression of counts.</summary>
internal static class CohortFamilies
{
    private const int BootstrapDraws = 499;
    private const int HonestShare = 5;

    public static MethodFamily GroupTimeEffects { get; } = new(
        [
            new("group-time", "Group-time effects, influence-function errors", "quarters"),
            new("group-time-bootstrap", "Group-time effects, multiplier bootstrap (499 draws)", "quarters"),
        ],
        1,
        2,
        trial =>
        {
            var panel = trial.Quarters();
            return
            [
                Answer.Of(() => GroupTime.Estimate(panel).Simple().Overall),
                Answer.Of(() => GroupTime.Estimate(panel, new() { Bootstrap = new() { Draws = BootstrapDraws, Seed = trial.Seed } }).Simple().Overall),
            ];
        });

    public static MethodFamily Imputation { get; } = new(
        [new("imputation", "Imputation estimator, clustered by unit", "quarters")],
        1,
        2,
        trial => [Answer.Of(() => ImputationEstimator.Estimate(trial.Quarters()).Effect)]);

    public static MethodFamily EventStudies { get; } = new(
        [
            new("event-study-joint", "Event study, joint test of the seven quarters before the reference, clustered by unit", "quarters") { IsComparable = false },
            new("event-study-after", "Event study, mean of the quarters from the start on, clustered by unit", "quarters"),
            new("sun-abraham", "Sun–Abraham interaction-weighted regression, clustered by unit", "quarters"),
        ],
        1,
        2,
        trial =>
        {
            var panel = trial.Quarters();
            EventStudyRegressionResult? study = null;
            EventStudyRegressionResult Study() => study ??= EventStudyRegression.Estimate(panel);
            return
            [
                Answer.Of(() => new Answer(Study().PreTrends!.PValue, null)),
                Answer.Of(() => Study().After()),
                Answer.Of(() => SunAbraham.Estimate(panel).Effect),
            ];
        });

    public static MethodFamily Honest { get; } = new(
        [new("honest-did", "HonestDiD, relative magnitudes with M̄ = 1, mean effect of three half-years, C-LF; rejects where its set leaves zero out", "half-years")],
        HonestShare,
        HonestShare,
        trial =>
        [
            Answer.OfInterval(() => HonestDiD.RelativeMagnitudes(
                EventStudyRegression.Estimate(trial.HalfYears()).Coefficients(), [1], new() { Weights = [1 / 3.0, 1 / 3.0, 1 / 3.0], Draws = 1000, GridPoints = 100, Seed = trial.Seed })[0].Estimate),
        ]);

    public static MethodFamily Counts { get; } = new(
        [new("poisson", "Poisson difference in differences of counts, clustered by unit (ratio of rates)", "months") { IsComparable = false, NeedsCounts = true }],
        1,
        5,
        trial =>
        [
            trial.Counts() is { } counts
                ? Answer.Of(() => PoissonDifferenceInDifferences.Estimate(counts).LogRatio)
                : Answer.NoCounts,
        ]);
}
