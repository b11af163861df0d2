using System.Collections.Immutable;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Power;
using Utvardering.Statistics.Randomisation;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Sensitivity;
using Utvardering.Statistics.SyntheticControl;
using Utvardering.Statistics.SyntheticControl.Conformal;
using Utvardering.Statistics.SyntheticControl.Placebos;
using Utvardering.Statistics.SyntheticControl.Pooled;
using Utvardering.Statistics.SyntheticControl.SyntheticDid;

namespace Utvardering.Benchmarks.Estimators;

/// <summary>What an evaluation of six municipalities does, for a number of units and months.</summary>
internal static class MunicipalWorks
{
    private const int Treated = 6;
    private const int Assignments = 100_000;
    private const int PowerDraws = 1000;

    /// <summary>What is done; <c>Prepare</c> makes the work for the panel with six treated units and for the same with one.</summary>
    public static IReadOnlyList<(string Name, string What, Func<CohortPanel, CohortPanel, Action> Prepare)> All { get; } =
    [
        ("sdid", "synthetic DiD, estimate", (six, _) => SyntheticDid(six, SyntheticDidInference.None)),
        ("sdid-placebo", "synthetic DiD, placebo 200", (six, _) => SyntheticDid(six, SyntheticDidInference.Placebo)),
        ("sdid-jackknife", "synthetic DiD, jackknife", (six, _) => SyntheticDid(six, SyntheticDidInference.Jackknife)),
        ("sdid-bootstrap", "synthetic DiD, bootstrap 200", (six, _) => SyntheticDid(six, SyntheticDidInference.Bootstrap)),
        ("space-outcome", "placebo in space, outcome only", (_, one) => InSpace(one, SyntheticControlVariant.OutcomeOnly)),
        ("space-demeaned", "placebo in space, de-meaned", (_, one) => InSpace(one, SyntheticControlVariant.Demeaned)),
        ("space-ridge", "placebo in space, ridge-augmented", (_, one) => InSpace(one, SyntheticControlVariant.RidgeAugmented)),
        ("space-demeaned-ridge", "placebo in space, de-meaned ridge-augmented", (_, one) => InSpace(one, SyntheticControlVariant.DemeanedRidgeAugmented)),
        ("donor-out", "leave one donor out, de-meaned ridge-augmented", (_, one) => () => LeaveOneDonorOut.Run(one, Variant(SyntheticControlVariant.DemeanedRidgeAugmented))),
        ("pooled-ridge", "six de-meaned ridge-augmented pooled, with placebos", (six, _) => () => PooledSyntheticControl.Estimate(six, Variant(SyntheticControlVariant.DemeanedRidgeAugmented))),
        ("jackknife-plus", "jackknife+ over periods, ridge-augmented", (_, one) => () => JackknifePlus.Run(one, Variant(SyntheticControlVariant.RidgeAugmented))),
        ("conformal", "conformal, all periods together, de-meaned", (_, one) => () => ConformalInference.Run(one, Variant(SyntheticControlVariant.Demeaned), new() { EachPeriod = false })),
        ("unit-out-sdid", "leave one unit out, synthetic DiD estimate", (six, _) => () => LeaveOneUnitOut.Of(six, panel => Estimate(panel, SyntheticDidInference.None))),
        ("unit-out-did", "leave one unit out, TWFE clustered", (six, _) => () => LeaveOneUnitOut.Of(six, DifferenceInDifferences)),
        ("randomisation", "randomisation, 100 000 assignments, with interval", (six, _) => Randomised(six, (changes, assignments) => RandomisationInference.DifferenceInMeans(changes, assignments, 0.05))),
        ("studentised", "… studentised, with interval", (six, _) => Randomised(six, (changes, assignments) =>
            (RandomisationInference.Studentised(changes, assignments), RandomisationInference.StudentisedInterval(changes, assignments, 0.05)))),
        ("randomisation-study", "… every period of the event study", (six, _) => RandomisedStudy(six)),
        ("group-time", "group-time, 1 000 multiplier draws, all averages", (six, _) => () => AllGroupTime(six)),
        ("honest", "HonestDiD, 12 before and 12 after, both kinds of bound", (_, _) => Honest),
        ("mde-did", "detectable effect, 1 000 draws, TWFE clustered", (six, _) => DetectableEffect(six, _ => DifferenceInDifferences)),
        ("mde-sdid-draws", "… synthetic DiD, judged among the draws", (six, _) => DetectableEffect(six, draw =>
            SyntheticDifferenceInDifferences.Prepare(draw, new() { Inference = SyntheticDidInference.None }))),
        ("mde-sdid", "… synthetic DiD, placebo 200 in each draw", (six, _) => DetectableEffect(six, draw => SyntheticDifferenceInDifferences.Prepare(draw))),
        ("mde-augmented", "… six de-meaned ridge-augmented, judged among the draws", (six, _) => DetectableEffect(six, draw =>
            PooledSyntheticControl.Prepare(draw, Variant(SyntheticControlVariant.DemeanedRidgeAugmented)))),
    ];

    private static SyntheticControlOptions Variant(SyntheticControlVariant variant) => new() { Variant = variant };

    private static Estimate Estimate(CohortPanel panel, SyntheticDidInference inference) =>
        SyntheticDifferenceInDifferences.Estimate(panel, new() { Inference = inference, Replications = 200 }).Effect;

    private static Action SyntheticDid(CohortPanel panel, SyntheticDidInference inference) => () => Estimate(panel, inference);

    private static Action InSpace(CohortPanel panel, SyntheticControlVariant variant) => () => PlaceboInSpace.Run(panel, Variant(variant));

    private static Estimate DifferenceInDifferences(CohortPanel panel) => TwoWayFixedEffects.Effect(panel);

    private static Action Randomised<T>(CohortPanel panel, Func<ImmutableArray<double>, Statistics.Randomisation.Assignments, T> test)
    {
        bool[] treated = [.. panel.Cohorts.Select(cohort => cohort is not null)];
        ImmutableArray<double> changes = [.. Enumerable.Range(0, treated.Length).Select(unit =>
            panel.Series(unit)[^MunicipalPanels.After..].ToArray().Average() - panel.Series(unit)[..^MunicipalPanels.After].ToArray().Average())];
        return () => test(changes, Statistics.Randomisation.Assignments.Of(treated, Assignments, seed: 1));
    }

    private static Action RandomisedStudy(CohortPanel source)
    {
        static DateOnly Month(int month) => new DateOnly(2015, 1, 1).AddMonths(month);
        var panel = Panel.FromObservations(PeriodGrain.Month, source.Units.SelectMany((unit, u) => source.Periods.Select((month, t) => new PanelObservation(unit, Month(month), source.Outcome(u, t)))));
        var start = source.Periods.Length - MunicipalPanels.After;
        string[] treated = [.. source.Units.Where((_, unit) => source.Cohorts[unit] is not null)];
        return () => EventStudyInference.Of(EventStudy.Estimate(panel, treated, Month(start), Month(start - 1)), new() { SampleSize = Assignments });
    }

    private static void AllGroupTime(CohortPanel panel)
    {
        var estimate = GroupTime.Estimate(panel, new() { Bootstrap = new() { Draws = 1000 } });
        _ = estimate.Simple();
        _ = estimate.ByCohort();
        _ = estimate.ByPeriod();
        _ = estimate.ByEventTime();
    }

    // Coefficients of a year before and a year after with errors that last: the time does not depend on how many units they came from.
    private static void Honest()
    {
        const int Before = 12;
        const int After = 12;
        ImmutableArray<double> values = [.. Enumerable.Range(0, Before + After).Select(i => (0.3 * Math.Sin(i)) + (i < Before ? 0 : 2))];
        var covariance = values.Select((_, i) => values.Select((_, j) => 0.1 + (0.2 * Math.Pow(0.5, Math.Abs(i - j)))).ToImmutableArray()).ToImmutableArray();
        var study = EventStudyCoefficients.InOrder(values, covariance, Before);
        _ = HonestDiD.Smoothness(study, [0, 0.05, 0.1]);
        _ = HonestDiD.SmoothnessBreakdown(study);
        _ = HonestDiD.RelativeMagnitudes(study, [0.5, 1]);
    }

    private static Action DetectableEffect(CohortPanel panel, Func<CohortPanel, Func<CohortPanel, Estimate>> design)
    {
        // Nobody is treated in it: the windows are as long as the panel.
        var months = panel.Periods.Length;
        var clean = panel.WithCohorts([.. panel.Cohorts.Select(_ => (int?)null)]);
        return () => PlaceboPower.MinimumDetectableEffect(
            clean, design, new SimulatedPowerOptions { TreatedUnits = Treated, Before = months - MunicipalPanels.After, After = MunicipalPanels.After, Draws = PowerDraws });
    }
}
