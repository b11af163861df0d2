using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.SyntheticControl.Pooled;
using Utvardering.Statistics.SyntheticControl.SyntheticDid;

namespace Utvardering.Methods.Methods;

/// <summary>Designs whose power can be simulated: a panel and a confidence in, an estimate with its interval out.</summary>
internal static class PowerDesigns
{
    // A draw of the simulation runs a whole test: more assignments or replications than these would only cost time.
    private const int Draws = 999;

    public static IReadOnlyDictionary<string, Func<CohortPanel, double, Estimate>> All { get; } = new Dictionary<string, Func<CohortPanel, double, Estimate>>(StringComparer.Ordinal)
    {
        ["twfe"] = (panel, confidence) => TwoWayFixedEffects.Estimate(panel, new() { Confidence = confidence }).Effect,
        ["twfe-cr2"] = (panel, confidence) => TwoWayFixedEffects.Estimate(panel, new() { Confidence = confidence, Errors = PanelErrors.BiasReduced }).Effect,
        ["twfe-driscoll-kraay"] = (panel, confidence) => TwoWayFixedEffects.Estimate(panel, new() { Confidence = confidence, Errors = PanelErrors.DriscollKraay }).Effect,
        ["randomisation"] = (panel, confidence) => MeanChanges.Randomisation(panel, Changes(panel), Draws, seed: 1, confidence),
        ["ibragimov-muller"] = (panel, confidence) => MeanChanges.IbragimovMuller(panel, Changes(panel), confidence),
        ["donald-lang"] = (panel, confidence) => MeanChanges.DonaldLang(panel, Changes(panel), confidence),
        ["wild-bootstrap"] = (panel, confidence) => WildBootstrapByName.Effect(panel, confidence, Draws),
        ["poisson-did"] = (panel, confidence) => PoissonDifferenceInDifferences.Estimate(panel, new() { Confidence = confidence }).LogRatio,
        ["group-time"] = (panel, confidence) => GroupTime.Estimate(panel, new() { Confidence = confidence }).Simple().Overall,
        ["sun-abraham"] = (panel, confidence) => SunAbraham.Estimate(panel, new() { Confidence = confidence }).Effect,
        ["imputation"] = (panel, confidence) => ImputationEstimator.Estimate(panel, new() { Confidence = confidence }).Effect,
        ["synthetic-control"] = (panel, confidence) => PooledSyntheticControl.Estimate(panel, new() { Confidence = confidence }, new() { Draws = Draws }).Effect,
        ["synthetic-did"] = (panel, confidence) => SyntheticDifferenceInDifferences.Estimate(panel, new() { Confidence = confidence }).Effect,
    };

    private static IReadOnlyList<UnitChange> Changes(CohortPanel panel) => Shape.Changes(panel, panel.Cohorts.OfType<int>().Min());
}
