using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Randomisation;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.SyntheticControl.SyntheticDid;

namespace Utvardering.Methods.Methods;

/// <summary>Designs whose power can be simulated: a panel and a confidence in, an estimate with its interval out.</summary>
internal static class PowerDesigns
{
    private const int Draws = 999;

    public static IReadOnlyDictionary<string, Func<CohortPanel, double, Estimate>> All { get; } = new Dictionary<string, Func<CohortPanel, double, Estimate>>(StringComparer.Ordinal)
    {
        ["twfe"] = (panel, confidence) => TwoWayFixedEffects.Estimate(panel, new() { Confidence = confidence }).Effect,
        ["twfe-cr2"] = (panel, confidence) => TwoWayFixedEffects.Estimate(panel, new() { Confidence = confidence, Errors = PanelErrors.BiasReduced }).Effect,
        ["randomisation"] = Randomisation,
        ["poisson-did"] = (panel, confidence) => PoissonDifferenceInDifferences.Estimate(panel, new() { Confidence = confidence }).LogRatio,
        ["group-time"] = (panel, confidence) => GroupTime.Estimate(panel, new() { Confidence = confidence }).Simple().Overall,
        ["imputation"] = (panel, confidence) => ImputationEstimator.Estimate(panel, new() { Confidence = confidence }).Effect,
        ["synthetic-did"] = (panel, confidence) => SyntheticDifferenceInDifferences.Estimate(panel, new() { Confidence = confidence }).Effect,
    };

    private static Estimate Randomisation(CohortPanel panel, double confidence)
    {
        var used = UnitChanges.Used(Shape.Changes(panel, panel.Cohorts.OfType<int>().Min()));
        var assignments = Assignments.Of([.. used.Select(unit => unit.Treated)], Draws, seed: 1);
        var result = RandomisationInference.DifferenceInMeans([.. used.Select(unit => unit.Change)], assignments, 1 - confidence);
        return new()
        {
            Method = "difference in mean changes, randomisation test",
            Value = result.Estimate,
            Interval = result.Interval,
            PValue = result.Test.PTwoSided,
            Sample = UnitChanges.Sample(panel, used),
        };
    }
}
