using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.SyntheticControl;
using Utvardering.Statistics.SyntheticControl.Pooled;
using Utvardering.Statistics.SyntheticControl.SyntheticDid;

namespace Utvardering.Methods.Methods;

/// <summary>
/// Designs whose power can be simulated: for a draw's panel and a confidence the design on panels that differ in treated cells alone, as
/// <see cref="Statistics.Power.PlaceboPower"/> asks for it.
/// </summary>
internal static class PowerDesigns
{
    // A draw of the simulation runs a whole test: more assignments or replications than these would only cost time.
    private const int Draws = 999;

    public static IReadOnlyDictionary<string, Func<CohortPanel, double, Func<CohortPanel, Estimate>>> All { get; } =
        new Dictionary<string, Func<CohortPanel, double, Func<CohortPanel, Estimate>>>(StringComparer.Ordinal)
        {
            ["twfe"] = (_, confidence) => panel => TwoWayFixedEffects.Effect(panel, new() { Confidence = confidence }),
            ["twfe-cr2"] = (_, confidence) => panel => TwoWayFixedEffects.Effect(panel, new() { Confidence = confidence, Errors = PanelErrors.BiasReduced }),
            ["twfe-driscoll-kraay"] = (_, confidence) => panel => TwoWayFixedEffects.Effect(panel, new() { Confidence = confidence, Errors = PanelErrors.DriscollKraay }),
            ["randomisation"] = Randomisation,
            ["ibragimov-muller"] = (_, confidence) => panel => MeanChanges.IbragimovMuller(panel, Changes(panel), confidence),
            ["donald-lang"] = (_, confidence) => panel => MeanChanges.DonaldLang(panel, Changes(panel), confidence),
            ["wild-bootstrap"] = (_, confidence) => panel => WildBootstrapByName.Effect(panel, confidence, Draws),
            ["poisson-did"] = (_, confidence) => panel => PoissonDifferenceInDifferences.Estimate(panel, new() { Confidence = confidence }).LogRatio,
            ["group-time"] = (_, confidence) => panel => GroupTime.Estimate(panel, new() { Confidence = confidence }).Simple().Overall,
            ["sun-abraham"] = (_, confidence) => panel => SunAbraham.Estimate(panel, new() { Confidence = confidence }).Effect,
            ["imputation"] = (_, confidence) => panel => ImputationEstimator.Estimate(panel, new() { Confidence = confidence }).Effect,
            ["synthetic-control"] = (_, confidence) => panel => PooledSyntheticControl.Estimate(panel, new() { Confidence = confidence }, new() { Draws = Draws }).Effect,
            ["synthetic-did"] = (draw, confidence) => SyntheticDifferenceInDifferences.Prepare(draw, new() { Confidence = confidence }),
            ["synthetic-did-draws"] = (draw, confidence) => SyntheticDifferenceInDifferences.Prepare(draw, new() { Confidence = confidence, Inference = SyntheticDidInference.None }),
            ["augmented-synthetic-control"] = (draw, confidence) => PooledSyntheticControl.Prepare(draw, new() { Confidence = confidence, Variant = SyntheticControlVariant.DemeanedRidgeAugmented }),
        };

    // Which assignments there are does not depend on outcomes.
    private static Func<CohortPanel, Estimate> Randomisation(CohortPanel draw, double confidence)
    {
        const ulong Seed = 1;
        var assignments = MeanChanges.Assign(UnitChanges.Used(Changes(draw)), Draws, Seed, strata: null);
        return panel => MeanChanges.Randomisation(panel, Changes(panel), assignments, Seed, confidence);
    }

    private static IReadOnlyList<UnitChange> Changes(CohortPanel panel) => Shape.Changes(panel, panel.Cohorts.OfType<int>().Min());
}
