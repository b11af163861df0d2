using Utvardering.Statistics.Randomisation;
using Utvardering.Validation.Panels;

namespace Utvardering.Validation.Methods;

/// <summary>Randomisation inference on one change for each unit: every choice of six listed where they are 462, else 999 drawn beside the observed one.</summary>
internal static class RandomisationFamily
{
    private const double Alpha = 0.05;
    private const int SampleSize = 1000;

    public static MethodFamily Family { get; } = new(
        [
            new("randomisation", "Exact randomisation test, difference in mean changes", "window means"),
            new("randomisation-t", "Exact randomisation test, studentised (Welch's t)", "window means"),
        ],
        1,
        1,
        Answers);

    private static Answer[] Answers(Trial trial)
    {
        var changes = trial.Changes();
        var assignments = Assignments.Of(trial.Treated, SampleSize, trial.Seed);
        var difference = RandomisationInference.DifferenceInMeans(changes, assignments, Alpha);
        return
        [
            new(difference.Test.PTwoSided, difference.Interval),
            new(RandomisationInference.Studentised(changes, assignments).PTwoSided, RandomisationInference.StudentisedInterval(changes, assignments, Alpha)),
        ];
    }
}
