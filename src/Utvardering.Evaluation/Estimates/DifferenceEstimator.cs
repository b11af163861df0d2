using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Randomisation;

namespace Utvardering.Evaluation.Estimates;

/// <summary>Difference in differences of two windows, judged by randomisation.</summary>
internal static class DifferenceEstimator
{
    public static StudyEstimate Estimate(Study study)
    {
        var changes = Changes(study);
        var inference = RandomisationInference.DifferenceInMeans(changes, Options(study));
        var relative = RelativeEffect.Of(changes, inference.Interval);
        return Of(changes, inference) with { Warnings = [.. changes.Warnings, .. inference.Warnings, .. relative.Warnings] };
    }

    /// <summary>Each municipality's figure in both windows.</summary>
    public static TwoByTwoEstimate Changes(Study study) =>
        TwoByTwo.Estimate(StudyPanels.Make(study.Series, study.Windows, study.Units), study.Units.Treated, study.Windows.Before, study.Windows.After);

    /// <summary>
    /// The same of logarithms, so that a share and not a number is common to the municipalities. One with no case in a window has no logarithm and is left out.
    /// </summary>
    public static TwoByTwoEstimate LogChanges(Study study)
    {
        var changes = Changes(study);
        return TwoByTwo.Estimate(Log(changes.Before), Log(changes.After), study.Units.Treated);
    }

    /// <summary>All choices of six of eleven are 462; many more tell no more than the plan's sample of them does, and take a second each time.</summary>
    private const int MostListed = 20_000;

    public static RandomisationOptions Options(Study study) => new()
    {
        Alpha = study.Plan.Alpha,
        Seed = study.Plan.Seed,
        EnumerationLimit = MostListed,

        // The observed assignment is one of them.
        SampleSize = (study.Design.Draws > 0 ? study.Design.Draws : 9999) + 1,
    };

    /// <summary>The assignments that a study of these municipalities is judged among.</summary>
    public static Assignments Among(Study study, IReadOnlyList<bool> treated) => Assignments.Of(treated, Options(study).SampleSize, study.Plan.Seed, MostListed);

    public static StudyEstimate Of(TwoByTwoEstimate changes, RandomisationResult inference) => RandomisedEstimate.Of(
        inference, (changes.TreatedCount, changes.ControlCount), (changes.Before.Periods, changes.After.Periods)) with
    {
        // As the groups' own figures give it, to the last digit.
        Value = changes.Estimate,
        TreatedBefore = changes.TreatedBefore,
        TreatedAfter = changes.TreatedAfter,
        ControlBefore = changes.ControlBefore,
        ControlAfter = changes.ControlAfter,
        Units = UnitPlacebos.Judge(
            [.. changes.UnitChanges.Where(unit => unit.Treated).Select(unit => (unit.Unit, unit.Change, unit.After))],
            [.. changes.UnitChanges.Where(unit => !unit.Treated).Select(unit => unit.Change)],
            1 - inference.Interval.Confidence),
    };

    private static WindowSummary Log(WindowSummary summary) => summary with
    {
        Units = [.. summary.Units.Select(unit => unit with { Value = unit.Value > 0 ? Math.Log(unit.Value) : double.NaN })],
    };
}
