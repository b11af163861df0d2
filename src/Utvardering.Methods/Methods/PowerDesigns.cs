using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Randomisation;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.SyntheticControl;
using Utvardering.Statistics.SyntheticControl.Placebos;
using Utvardering.Statistics.SyntheticControl.Pooled;
using Utvardering.Statistics.SyntheticControl.SyntheticDid;
using Utvardering.Statistics.TimeSeries;

namespace Utvardering.Methods.Methods;

/// <summary>Designs whose power can be simulated, by name, and why others' can't.</summary>
internal static class PowerDesigns
{
    // A draw of the simulation runs a whole test: more assignments or replications than these would only cost time.
    private const int Draws = 999;

    public static IReadOnlyDictionary<string, PowerDesign> All { get; } = new Dictionary<string, PowerDesign>(StringComparer.Ordinal)
    {
        ["twfe"] = Regression((panel, setting) => TwoWayFixedEffects.Effect(panel, Options(setting))),
        ["twfe-cr2"] = Regression((panel, setting) => TwoWayFixedEffects.Effect(panel, Options(setting) with { Errors = PanelErrors.BiasReduced })),
        ["twfe-driscoll-kraay"] = Regression((panel, setting) => TwoWayFixedEffects.Effect(panel, Options(setting) with { Errors = PanelErrors.DriscollKraay })),
        ["event-study"] = Regression((panel, setting) => AfterStart(panel, setting, PanelErrors.Clustered)),
        ["event-study-cr2"] = Regression((panel, setting) => AfterStart(panel, setting, PanelErrors.BiasReduced)),
        ["randomisation"] = Randomisation(MeanChanges.Randomisation),
        ["randomisation-studentised"] = Randomisation(MeanChanges.Studentised),
        ["ibragimov-muller"] = Simple((panel, setting) => MeanChanges.IbragimovMuller(panel, Changes(panel), setting.Confidence)),
        ["donald-lang"] = Simple((panel, setting) => MeanChanges.DonaldLang(panel, Changes(panel), setting.Confidence)),
        ["wild-bootstrap"] = Regression((panel, setting) => WildBootstrapByName.Effect(panel, setting.Covariates, setting.Confidence, Draws)),
        ["poisson-did"] = Regression((panel, setting) => PoissonDifferenceInDifferences.Estimate(panel, Options(setting)).LogRatio),
        ["group-time"] = Regression((panel, setting) => GroupTime.Estimate(panel, new() { Confidence = setting.Confidence, Covariates = setting.Covariates }).Simple().Overall),
        ["sun-abraham"] = Regression((panel, setting) => SunAbraham.Estimate(panel, new() { Confidence = setting.Confidence, Covariates = setting.Covariates }).Effect),
        ["imputation"] = Regression((panel, setting) => ImputationEstimator.Estimate(panel, new() { Confidence = setting.Confidence, Covariates = setting.Covariates }).Effect),
        ["its"] = Series((treated, _, options) => InterruptedTimeSeries.LeastSquares(treated, options)),
        ["its-ar1"] = Series((treated, _, options) => InterruptedTimeSeries.Autoregressive(treated, options)),
        ["its-controlled"] = Series(InterruptedTimeSeries.Controlled),
        ["its-controlled-ar1"] = Series(InterruptedTimeSeries.ControlledAutoregressive),
        ["synthetic-control"] = Simple((panel, setting) => PooledSyntheticControl.Estimate(panel, new() { Confidence = setting.Confidence }, new() { Draws = Draws }).Effect),
        ["synthetic-control-unit"] = new((draw, setting) => PlaceboInSpace.Prepare(draw, new() { Confidence = setting.Confidence })) { IsJudgedByPValue = true },
        ["synthetic-did"] = new((draw, setting) => SyntheticDifferenceInDifferences.Prepare(draw, new() { Confidence = setting.Confidence })),
        ["synthetic-did-draws"] = new((draw, setting) => SyntheticDifferenceInDifferences.Prepare(draw, new() { Confidence = setting.Confidence, Inference = SyntheticDidInference.None })),
        ["augmented-synthetic-control"] = new((draw, setting) => PooledSyntheticControl.Prepare(draw, new() { Confidence = setting.Confidence, Variant = SyntheticControlVariant.DemeanedRidgeAugmented })),
    };

    /// <summary>Methods that have no power to simulate, and why.</summary>
    public static IReadOnlyDictionary<string, string> Refused { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["did"] = "it has a test by name of its own: randomisation, randomisation-studentised, ibragimov-muller, donald-lang, twfe for inference=cluster, twfe-cr2",
        ["triple-difference"] = "name the design, such as twfe or randomisation, and give the groups with affected=COLUMN: it is then run on their gap",
        ["bacon"] = "it takes an estimate apart and tests nothing: use twfe",
        ["honest-did"] = "its bounds depend on how large a difference in trends is allowed, which periods without treatment do not tell: use event-study",
        ["meta"] = "its studies are estimates made elsewhere, which a panel does not hold",
        ["rates"] = "it describes single figures and has no treatment that could be drawn",
        ["funnel"] = "it describes units at one time and has no treatment that could be drawn",
        ["adjust-p"] = "its p-values are made elsewhere, which a panel does not hold",
    };

    private static PowerDesign Simple(Func<CohortPanel, PowerSetting, Estimate> estimate) => new((_, setting) => panel => estimate(panel, setting));

    private static PowerDesign Regression(Func<CohortPanel, PowerSetting, Estimate> estimate) => Simple(estimate) with { TakesCovariates = true, TakesWeights = true };

    private static PanelRegressionOptions Options(PowerSetting setting) => new() { Confidence = setting.Confidence, Covariates = setting.Covariates };

    private static Estimate AfterStart(CohortPanel panel, PowerSetting setting, PanelErrors errors) =>
        EventStudyRegression.Estimate(panel, new() { Confidence = setting.Confidence, Covariates = setting.Covariates, Errors = errors }).After(setting.Confidence);

    // Which assignments there are does not depend on outcomes.
    private static PowerDesign Randomisation(Func<CohortPanel, IReadOnlyList<UnitChange>, Assignments, ulong, double, Estimate> test) => new((draw, setting) =>
    {
        const ulong Seed = 1;
        var assignments = MeanChanges.Assign(UnitChanges.Used(Changes(draw)), Draws, Seed, setting.Strata);
        return panel => test(panel, Changes(panel), assignments, Seed, setting.Confidence);
    })
    {
        TakesStrata = true,
    };

    // The effect put in is constant: a change in level, the slope unchanged.
    private static PowerDesign Series(Func<InterruptedSeries, InterruptedSeries, InterruptedTimeSeriesOptions, InterruptedTimeSeriesEstimate> fit) => Simple((panel, setting) =>
    {
        var start = panel.Cohorts.OfType<int>().Min() - panel.Periods[0];
        InterruptedSeries Of(bool treated) => UnitsTogether.Rates(UnitsTogether.Of(panel, setting.Time, start, unit => panel.Cohorts[unit] is not null == treated));
        return fit(Of(true), Of(false), new() { SlopeChange = false, Confidence = setting.Confidence }).Level;
    });

    private static IReadOnlyList<UnitChange> Changes(CohortPanel draw) => Shape.Changes(draw, draw.Cohorts.OfType<int>().Min());
}
