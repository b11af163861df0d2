using Utvardering.Evaluation.Plans;
using Utvardering.Statistics.Randomisation;

namespace Utvardering.Evaluation.Estimates;

/// <summary>What every design that is judged by randomisation has of it.</summary>
internal static class RandomisedEstimate
{
    /// <param name="inference">The estimate, its test and its interval.</param>
    /// <param name="units">How many treated and controls are behind it.</param>
    /// <param name="periods">How many periods before and after.</param>
    public static StudyEstimate Of(RandomisationResult inference, (int Treated, int Controls) units, (int Before, int After) periods) => new()
    {
        Value = inference.Estimate,
        Low = inference.Interval.Low,
        High = inference.Interval.High,
        PValue = inference.Test.PTwoSided,
        MinimumP = inference.Test.MinimumP,
        Inference = inference.Test.IsExhaustive ? Estimators.Exact : Estimators.Sampled,
        Assignments = inference.Test.AssignmentCount,
        TreatedUnits = units.Treated,
        ControlUnits = units.Controls,
        BeforePeriods = periods.Before,
        AfterPeriods = periods.After,
        Placebos = StudyPlacebo.Of("assignment", inference.Test.Distribution, inference.Test.IsExhaustive ? inference.Test.Distribution.IndexOf(inference.Test.Statistic) : null),
    };
}
