using Utvardering.Statistics.Panels;
using Utvardering.Statistics.SyntheticControl;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Tests.SyntheticControl;

public class SyntheticControlPropertyTests
{
    private const int Start = 2010;

    private static readonly RandomPanel Made = new(7, 12, Start);

    public static TheoryData<SyntheticControlVariant> Variants =>
    [
        SyntheticControlVariant.OutcomeOnly, SyntheticControlVariant.Demeaned, SyntheticControlVariant.RidgeAugmented,
        SyntheticControlVariant.DemeanedRidgeAugmented, SyntheticControlVariant.Predictors,
    ];

    [Fact]
    public void Weights_of_the_outcome_only_control_are_those_of_a_search_through_every_set_of_donors() => Property.HoldsForEverySeed(
        seed => NaiveWeights(Made.Of(seed), demean: false).Zip(Estimate(Made.Of(seed)).Weights).All(pair => Math.Abs(pair.First - pair.Second.Weight) < 1e-10),
        cases: 50);

    [Fact]
    public void Weights_of_the_demeaned_control_are_those_of_a_search_on_demeaned_series() => Property.HoldsForEverySeed(
        seed => NaiveWeights(Made.Of(seed), demean: true).Zip(Estimate(Made.Of(seed), SyntheticControlVariant.Demeaned).Weights)
            .All(pair => Math.Abs(pair.First - pair.Second.Weight) < 1e-10),
        cases: 50);

    [Theory]
    [MemberData(nameof(Variants))]
    public void A_constant_and_a_scale_change_the_effect_as_they_should(SyntheticControlVariant variant) => Property.HoldsForEverySeed(
        seed =>
        {
            var plain = Estimate(Made.Of(seed), variant).Effect.Value;
            return Assertion.IsNear(plain, Estimate(Made.Of(seed, (_, _, outcome) => outcome + 100), variant).Effect.Value, 1e-7)
                && Assertion.IsNear(8 * plain, Estimate(Made.Of(seed, (_, _, outcome) => 8 * outcome), variant).Effect.Value, 1e-7);
        },
        cases: 20);

    [Theory]
    [MemberData(nameof(Variants))]
    public void Names_and_order_of_units_do_not_matter(SyntheticControlVariant variant) => Property.HoldsForEverySeed(
        seed => Assertion.IsNear(
            Estimate(Made.Of(seed), variant).Effect.Value,
            Estimate(Made.Of(seed, name: unit => $"v{99 - unit}"), variant).Effect.Value,
            1e-7),
        cases: 20);

    [Theory]
    [MemberData(nameof(Variants))]
    public void An_effect_on_the_treated_is_added_to_the_estimate(SyntheticControlVariant variant) => Property.HoldsForEverySeed(
        seed => Assertion.IsNear(
            Estimate(Made.Of(seed), variant).Effect.Value + 3,
            Estimate(Made.Of(seed, (unit, period, outcome) => unit == 0 && period >= Start ? outcome + 3 : outcome), variant).Effect.Value,
            1e-9),
        cases: 20);

    [Fact]
    public void A_level_of_the_treated_unit_changes_nothing_once_series_are_demeaned() => Property.HoldsForEverySeed(
        seed => Assertion.IsNear(
            Estimate(Made.Of(seed), SyntheticControlVariant.Demeaned).Effect.Value,
            Estimate(Made.Of(seed, (unit, _, outcome) => unit == 0 ? outcome + 50 : outcome), SyntheticControlVariant.Demeaned).Effect.Value,
            1e-9),
        cases: 50);

    [Fact]
    public void A_donor_that_equals_the_treated_unit_before_gives_a_perfect_fit_and_a_warning() => Property.HoldsForEverySeed(
        seed =>
        {
            var plain = Made.Of(seed);
            var estimate = Estimate(Made.Of(seed, (unit, period, outcome) => unit == 1 && period < Start ? plain.Outcome(0, period - plain.Periods[0]) : outcome));
            return estimate.PreRmspe < 1e-10 && estimate.Effect.Warnings.Any(warning => warning.Kind == EstimationWarningKind.PerfectPreFit);
        },
        cases: 50);

    [Fact]
    public void A_donor_and_its_duplicate_share_its_weight_and_the_fit_is_the_same() => Property.HoldsForEverySeed(
        seed =>
        {
            var plain = Estimate(Made.Of(seed));
            var doubled = new RandomPanel(8, 12, Start);
            var source = Made.Of(seed);
            var estimate = Estimate(doubled.Of(seed, (unit, period, _) => source.Outcome(unit == 7 ? 1 : unit, period - source.Periods[0])));
            return Assertion.IsNear(plain.PreRmspe, estimate.PreRmspe, 1e-9)
                && Assertion.IsNear(estimate.Weights[0].Weight, estimate.Weights[6].Weight, 1e-9)
                && Assertion.IsNear(plain.Weights[0].Weight, 2 * estimate.Weights[0].Weight, 1e-9)
                && (plain.Weights[0].Weight < 1e-9 || !estimate.WeightsAreUnique);
        },
        cases: 50);

    [Fact]
    public void The_augmentation_fits_better_than_what_it_corrects_and_comes_near_it_as_lambda_grows() => Property.HoldsForEverySeed(
        seed =>
        {
            var panel = Made.Of(seed);
            var plain = Estimate(panel);
            var some = SyntheticControlMethod.Estimate(panel, new() { Variant = SyntheticControlVariant.RidgeAugmented, Lambda = 1 });
            var none = SyntheticControlMethod.Estimate(panel, new() { Variant = SyntheticControlVariant.RidgeAugmented, Lambda = 1e12 });
            return some.PreRmspe <= plain.PreRmspe + 1e-12 && Assertion.IsNear(plain.Effect.Value, none.Effect.Value, 1e-8)
                && Assertion.IsNear(1, some.Weights.Sum(weight => weight.Weight), 1e-9);
        },
        cases: 50);

    [Fact]
    public void Weights_match_the_predictors_when_the_donors_span_them()
    {
        var panel = Made.Of(3);
        var table = PredictorTable.FromPanel(panel, new Predictor(null, 2002, 2004));
        var estimate = SyntheticControlMethod.Estimate(panel, new() { Variant = SyntheticControlVariant.Predictors, Predictors = table });
        var balance = Assert.Single(estimate.Predictors);
        Assert.Equal("outcome 2002–2004", balance.Name);
        Assertion.Near(balance.Treated, balance.Synthetic, 1e-9);
    }

    [Fact]
    public void A_missing_cell_a_treated_donor_and_an_unclear_unit_are_named()
    {
        Refused("Unit \"u002\" has no outcome in period 2003", () => Estimate(Made.Of(1, (unit, period, outcome) => unit == 2 && period == 2003 ? double.NaN : outcome)));
        var two = new RandomPanel(6, 9, 2005, 2007).Of(1);
        Refused("the panel has 2", () => Estimate(two));
        Refused("Unit \"u001\" is treated from 2007 and cannot be a donor", () => SyntheticControlMethod.Estimate(two, new() { Unit = "u000", Donors = ["u001", "u002"] }));
        Refused("Unit \"u004\" is never treated", () => SyntheticControlMethod.Estimate(two, new() { Unit = "u004" }));
        Refused("there is no period before treatment", () => Estimate(new RandomPanel(6, 9, 2001).Of(1)));
        Refused("needs a table of them", () => SyntheticControlMethod.Estimate(two, new() { Unit = "u000", Variant = SyntheticControlVariant.Predictors }));
    }

    [Fact]
    public void Short_series_few_donors_and_one_heavy_donor_are_warned_of()
    {
        var panel = new RandomPanel(4, 6, 2005).Of(1, (unit, period, outcome) => unit == 0 ? 20 : 10 - unit + (0.01 * (period % 2)));
        var warnings = Estimate(panel).Effect.Warnings;
        Assert.Contains(warnings, warning => warning.Kind == EstimationWarningKind.PoorPreFit && warning.Unit == "u000");
        Assert.Contains(warnings, warning => warning.Kind == EstimationWarningKind.WeightOnOneDonor && warning.Unit == "u001" && warning.Value > 0.99);
        Assert.Contains(warnings, warning => warning is { Kind: EstimationWarningKind.ShortPrePeriod, Value: 4 });
        Assert.Contains(warnings, warning => warning is { Kind: EstimationWarningKind.FewControlUnits, Value: 3 });
    }

    [Fact]
    public void Counts_with_exposures_are_taken_as_rates()
    {
        var plain = Made.Of(4);
        var rows = Enumerable.Range(0, plain.Units.Length).SelectMany(unit => plain.Periods.Select((period, t) => new CohortPanelRow(plain.Units[unit], period, plain.Outcome(unit, t) * (unit + 2))
        {
            Exposure = unit + 2,
            Cohort = plain.Cohorts[unit],
        }));
        var rates = SyntheticControlMethod.Estimate(CohortPanel.FromRows(rows), new() { RateScale = 1000 });
        Assertion.Near(1000 * Estimate(plain).Effect.Value, rates.Effect.Value, 1e-7);
    }

    private static SyntheticControlEstimate Estimate(CohortPanel panel, SyntheticControlVariant variant = SyntheticControlVariant.OutcomeOnly) =>
        SyntheticControlMethod.Estimate(panel, new()
        {
            Variant = variant,
            Predictors = variant == SyntheticControlVariant.Predictors
                ? PredictorTable.FromPanel(panel, new Predictor(null, 2001, 2003), new Predictor(null, 2004, 2006), new Predictor(null, 2007, 2009))
                : null,
            PredictorImportance = variant == SyntheticControlVariant.Predictors ? [0.5, 0.3, 0.2] : [],
        });

    private static double[] NaiveWeights(CohortPanel panel, bool demean)
    {
        var pre = Start - panel.Periods[0];
        var donors = panel.Units.Length - 1;
        double Mean(int unit) => demean ? Enumerable.Range(0, pre).Average(t => panel.Outcome(unit, t)) : 0;
        var columns = new double[pre, donors];
        for (var t = 0; t < pre; t++)
        {
            for (var donor = 0; donor < donors; donor++)
            {
                columns[t, donor] = panel.Outcome(donor + 1, t) - Mean(donor + 1);
            }
        }

        return NaiveSimplex.Weights(columns, [.. Enumerable.Range(0, pre).Select(t => panel.Outcome(0, t) - Mean(0))], ridge: 0);
    }

    private static void Refused(string because, Action action) =>
        Assert.Contains(because, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);
}
