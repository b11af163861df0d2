using Utvardering.Statistics.DifferenceInDifferences;

namespace Utvardering.Validation.Methods;

/// <summary>Estimators made for staggered starts, and the regression of counts.</summary>
internal static class CohortFamilies
{
    private const int BootstrapDraws = 499;

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

    public static MethodFamily Counts { get; } = new(
        [new("poisson", "Poisson difference in differences of counts, clustered by unit (ratio of rates)", "months") { IsComparable = false }],
        1,
        5,
        trial =>
        [
            trial.Counts() is { } counts
                ? Answer.Of(() => PoissonDifferenceInDifferences.Estimate(counts).LogRatio)
                : new(double.NaN, null, "effects that average zero on the outcome do not on the ratio of rates"),
        ]);
}
