using Utvardering.Evaluation.Plans;

namespace Utvardering.Evaluation.Estimates;

/// <summary>Estimates a study by the estimator that its design names.</summary>
internal static class StudyEstimator
{
    /// <exception cref="ArgumentException">The figures do not bear the estimator; the message says what it needs.</exception>
    public static StudyEstimate Estimate(Study study) => OfTheirStarts(study.OfTheirStarts());

    private static StudyEstimate OfTheirStarts(Study study) => study.Design.Estimator switch
    {
        Estimators.Difference when study.Windows.HasSeveralStarts => StaggeredEstimator.Estimate(study),
        Estimators.Difference => DifferenceEstimator.Estimate(study),
        Estimators.SyntheticDid => SyntheticDidEstimator.Estimate(study),
        Estimators.AugmentedControl => AugmentedControlEstimator.Estimate(study),
        Estimators.ControlledSeries when study.Windows.HasSeveralStarts => StaggeredEstimator.OfDepartures(study),
        Estimators.ControlledSeries => ControlledSeriesEstimator.Estimate(study),
        var other => throw new InvalidOperationException($"No estimator is called {other}: the plan's check should have stopped it."),
    };
}
