using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.FewClusters;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Pooling;
using Utvardering.Statistics.Power;
using Utvardering.Statistics.Randomisation;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.SyntheticControl;
using Utvardering.Statistics.SyntheticControl.Placebos;
using Utvardering.Statistics.SyntheticControl.SyntheticDid;

namespace Utvardering.Benchmarks.Estimators;

/// <summary>What is timed.</summary>
internal static class EstimatorWorks
{
    private const int MillionRows = 1_000_000;
    private const int Periods = 20;

    public static IReadOnlyList<EstimatorWork> All { get; } =
    [
        new("sdid", "synthetic DiD, Prop 99, estimate", "synthdid 0.0.9", 0.48, null, () => SyntheticDid(SyntheticDidInference.None)),
        new("sdid-placebo", "… with placebo SE, 200 draws", "synthdid 0.0.9", 50.4, 100, () => SyntheticDid(SyntheticDidInference.Placebo)),
        new("scm-placebos", "outcome-only SCM, all 39 units", "exact active set (quadprog)", 0.018, 1, () => SyntheticControls(new())),
        new("synth-predictors", "classic Synth with predictors, all 39 units", "Synth 1.1-8", 378, 50, () => SyntheticControls(new()
        {
            Variant = SyntheticControlVariant.Predictors,
            Predictors = PublishedPanels.Prop99Predictors(),
        })),
        new("group-time", "group-time and all averages, 300 × 20, analytic", "did 2.3.0", 0.58, 20, () => AllGroupTime(PublishedPanels.Staggered())),
        new("group-time-1m", "group-time and all averages, 50 000 × 20", "did 2.3.0", 5.2, null, () => AllGroupTime(PublishedPanels.MadeUp(MillionRows / Periods))),
        new("event-study", "TWFE event study, 300 × 20, clustered", "fixest 0.14.2", 0.036, null, () => On(PublishedPanels.Staggered(), panel => EventStudyRegression.Estimate(panel))),
        new("sun-abraham", "Sun–Abraham, 300 × 20", "fixest 0.14.2", 0.09, null, () => On(PublishedPanels.Staggered(), panel => SunAbraham.Estimate(panel))),
        new("twfe-1m", "TWFE, one treatment, 1 M rows, clustered, one thread", "fixest 0.14.2", 0.24, 1, TwoWay),
        new("event-study-1m", "TWFE event study, 1 M rows, clustered", "fixest 0.14.2", 2.5, 1, () => On(PublishedPanels.MadeUp(MillionRows / Periods), panel => EventStudyRegression.Estimate(panel))),
        new("wild-2048", "wild bootstrap, 11 clusters, all 2 048", "fwildclusterboot 0.14.3", 0.037, null, () => Wild(PublishedPanels.ElevenStates(), 9999)),
        new("wild-9999", "wild bootstrap, 300 clusters × 20, 9 999 draws", "fwildclusterboot 0.14.3", 1.25, 5, () => Wild(PublishedPanels.MadeUp(300), 9999)),
        new("reml", "random effects REML, 13 studies", "metafor 3.8-1", 0.013, null, Reml),
        new("randomisation", "exact randomisation, 462 choices × event study of 31 periods", null, null, null, Randomisation),
        new("mde", "minimum detectable effect, 1 000 placebo draws, TWFE clustered, 39 × 19", null, null, null, DetectableEffect),
        new("municipal-sdid", "synthetic DiD, 290 × 48, placebo 200", null, null, null, () => Municipal("sdid-placebo")),
        new("municipal-jackknife", "synthetic DiD, 290 × 48, jackknife", null, null, null, () => Municipal("sdid-jackknife")),
        new("municipal-space", "placebo in space, ridge-augmented, 285 × 48", null, null, null, () => Municipal("space-ridge")),
    ];

    private static Action On<T>(CohortPanel panel, Func<CohortPanel, T> estimate) => () => estimate(panel);

    private static Action SyntheticDid(SyntheticDidInference inference) =>
        On(PublishedPanels.Prop99(), panel => SyntheticDifferenceInDifferences.Estimate(panel, new() { Inference = inference, Replications = 200 }));

    private static Action SyntheticControls(SyntheticControlOptions options) => On(PublishedPanels.Prop99(), panel => PlaceboInSpace.Run(panel, options));

    private static Action AllGroupTime(CohortPanel panel) => () =>
    {
        var estimate = GroupTime.Estimate(panel);
        _ = estimate.Simple();
        _ = estimate.ByCohort();
        _ = estimate.ByPeriod();
        _ = estimate.ByEventTime();
    };

    private static Action TwoWay()
    {
        var panel = PublishedPanels.MadeUp(MillionRows / Periods);
        int[] unit = [.. Enumerable.Range(0, MillionRows).Select(row => row / Periods)];
        int[] period = [.. Enumerable.Range(0, MillionRows).Select(row => row % Periods)];
        double[] outcome = [.. Enumerable.Range(0, MillionRows).Select(row => panel.Outcome(row / Periods, row % Periods))];
        double[] treated = [.. Enumerable.Range(0, MillionRows).Select(row => panel.IsTreated(row / Periods, row % Periods) ? 1.0 : 0)];
        var units = new Grouping("unit", unit, MillionRows / Periods);
        var times = new Grouping("period", period, Periods);
        return () => FixedEffectsLeastSquares.Fit(outcome, [new("treated", treated)], [units, times], new() { Threads = 1 }).With(new ClusteredErrors(units)).Coefficient("treated");
    }

    private static Action Wild(CohortPanel panel, int draws)
    {
        var rows = panel.Units.Length * panel.Periods.Length;
        var clusters = new Grouping("unit", [.. Enumerable.Range(0, rows).Select(row => row / panel.Periods.Length)], panel.Units.Length);
        var fit = TwoWayFixedEffects.Estimate(panel).Regression.Fit;
        return () => WildClusterBootstrap.Test(fit, TwoWayFixedEffects.Treatment, clusters, new() { Draws = draws });
    }

    private static Action Reml()
    {
        Study[] studies = [.. PublishedPanels.Trials().Select(trial => new Study(trial.Name, trial.Effect, trial.Variance))];
        return () => MetaAnalysis.Estimate([.. studies]);
    }

    private static Action Randomisation()
    {
        var source = PublishedPanels.ElevenStates();
        var panel = Panel.FromObservations(PeriodGrain.Year, source.Units.SelectMany((unit, u) => source.Periods.Select((year, t) => new PanelObservation(unit, new(year, 1, 1), source.Outcome(u, t)))));
        string[] treated = [.. source.Units.Where((_, unit) => source.Cohorts[unit] is not null)];
        return () => EventStudyInference.Of(EventStudy.Estimate(panel, treated, new(1989, 1, 1), new(1988, 1, 1)), new());
    }

    private static Action Municipal(string name) =>
        MunicipalWorks.All.Single(work => work.Name == name).Prepare(MunicipalPanels.Of(units: 290, months: 48, treated: 6), MunicipalPanels.Of(units: 285, months: 48, treated: 1));

    private static Action DetectableEffect() => On(PublishedPanels.Prop99(), panel => PlaceboPower.MinimumDetectableEffect(
        panel, one => TwoWayFixedEffects.Effect(one), new() { TreatedUnits = 6, Before = 10, After = 5, Draws = 1000 }));
}
