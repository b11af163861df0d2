using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.FewClusters;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Results;
using Utvardering.Validation.Panels;

namespace Utvardering.Validation.Methods;

/// <summary>Methods made for few clusters, on one change for each unit.</summary>
/// <remarks>For the wild bootstrap that is no simplification: the unit's sum of scores, which it turns, is its change's; see <see cref="RegressionFamily.OnChanges"/>.</remarks>
internal static class FewClustersFamily
{
    private const int SampledDraws = 999;

    public static MethodFamily Family { get; } = new(
        [
            new("wild-rademacher", "Wild cluster bootstrap, Rademacher weights, null imposed", "window means"),
            new("wild-webb", "Wild cluster bootstrap, Webb weights, null imposed", "window means"),
            new("ibragimov-mueller", "Ibragimov–Müller, two samples of changes", "window means"),
            new("donald-lang", "Donald–Lang, pooled variance, t with units − 2 degrees of freedom", "window means"),
        ],
        1,
        1,
        Answers);

    /// <summary>Residuals turned cell by cell while errors stay clustered by unit: it needs the panel.</summary>
    public static MethodFamily Subclusters { get; } = new(
        [new("wild-subcluster", "Wild bootstrap with a Rademacher weight for each unit and quarter, errors clustered by unit, null imposed", "quarters")],
        1,
        2,
        trial =>
        [
            Answer.Of(() =>
            {
                var regression = TwoWayFixedEffects.Estimate(trial.Quarters()).Regression.Fit;
                var units = regression.FixedEffects[0];
                return WildClusterBootstrap.Test(regression, TwoWayFixedEffects.Treatment, units, new()
                {
                    Subclusters = Grouping.Of("cell", Enumerable.Range(0, units.Rows)), Draws = SampledDraws, EnumerationLimit = SampledDraws, Seed = trial.Seed,
                }).Estimate;
            }),
        ]);

    private static Answer[] Answers(Trial trial)
    {
        var changes = trial.Changes();
        double[] treated = [.. changes.Where((_, unit) => trial.Treated[unit])];
        double[] controls = [.. changes.Where((_, unit) => !trial.Treated[unit])];
        var fit = LeastSquares.Fit([.. changes], [DesignColumn.Intercept(changes.Length), Treatment(trial)]);
        return
        [
            Answer.Of(() => Wild(fit, trial, WildWeights.Rademacher)),
            Answer.Of(() => Wild(fit, trial, WildWeights.Webb)),
            Answer.Of(() => IbragimovMuller.TwoSample(treated, controls)),
            Answer.Of(() => fit.With(new ClassicalErrors())[TwoWayFixedEffects.Treatment]),
        ];
    }

    private static Estimate Wild(RegressionFit fit, Trial trial, WildWeights weights)
    {
        var clusters = Grouping.Of("unit", Enumerable.Range(0, trial.Treated.Length));
        return WildClusterBootstrap.Test(
            fit, TwoWayFixedEffects.Treatment, clusters, new() { Weights = weights, Draws = SampledDraws, Seed = trial.Seed }).Estimate;
    }

    private static DesignColumn Treatment(Trial trial) =>
        new(TwoWayFixedEffects.Treatment, [.. trial.Treated.Select(treated => treated ? 1.0 : 0)]);
}
