using Utvardering.Disclosure.Tables;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Randomisation;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Evaluation.Estimates;

/// <summary>The effect between the windows before and after the start, with its randomisation test.</summary>
internal static class TwoByTwoStudy
{
    public static (EffectRow Effect, IReadOnlyList<DiagnosticRow> Diagnostics) Estimate(Study study, Panel panel, RandomisationOptions options)
    {
        var (plan, windows) = (study.Plan, study.Windows);
        var estimate = TwoByTwo.Estimate(panel, study.Units.Treated, windows.Before, windows.After);
        var inference = RandomisationInference.DifferenceInMeans(estimate, options);
        var relative = RelativeEffect.Of(estimate, inference.Interval);
        var persons = study.Persons(period => windows.Before.Contains(period) || windows.After.Contains(period));
        var effect = new EffectRow
        {
            ResultId = $"effect:{study.Key}",
            PlanId = plan.Id,
            OutcomeId = study.Outcome.Id,
            DesignId = study.Design.Id,
            IndicatorId = study.Outcome.Indicator,
            Origin = study.Series.Origin,
            Estimator = study.Design.Estimator,
            Inference = inference.Test.IsExhaustive ? "exact-randomisation" : "sampled-randomisation",
            Estimate = estimate.Estimate,
            Low = inference.Interval.Low,
            High = inference.Interval.High,
            Level = plan.Level,
            PValue = inference.Test.PTwoSided,
            MinimumPValue = inference.Test.MinimumP,
            TreatedBefore = estimate.TreatedBefore,
            TreatedAfter = estimate.TreatedAfter,
            ControlBefore = estimate.ControlBefore,
            ControlAfter = estimate.ControlAfter,
            Relative = Known(relative.Ratio),
            RelativeLow = Known(relative.Interval.Low),
            RelativeHigh = Known(relative.Interval.High),
            TreatedUnits = estimate.TreatedCount,
            ControlUnits = estimate.ControlCount,
            Assignments = inference.Test.AssignmentCount,
            Seed = (long)plan.Seed,
            BeforeFrom = windows.Before.First,
            BeforeTo = windows.Before.Last,
            AfterFrom = windows.After.First,
            AfterTo = windows.After.Last,
            BeforePeriods = estimate.Before.Periods,
            AfterPeriods = estimate.After.Periods,
            Persons = persons,
            Source = study.Series.Source,
            Vintage = study.Series.Vintage,
        };
        return (effect, [.. Warnings(study, persons, [.. estimate.Warnings, .. inference.Warnings, .. relative.Warnings])]);
    }

    private static IEnumerable<DiagnosticRow> Warnings(Study study, long? persons, IEnumerable<EstimationWarning> warnings)
        => warnings.Select((warning, number) => DiagnosticRows.Of(study, warning, $"two-by-two:{number}", persons));

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
