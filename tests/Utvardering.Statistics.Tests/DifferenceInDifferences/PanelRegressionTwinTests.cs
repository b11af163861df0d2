using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.Tests.DifferenceInDifferences;

/// <summary>Panel regressions against <see cref="NaivePanelRegression"/>, on random panels with weights, a covariate and missing cells.</summary>
public class PanelRegressionTwinTests
{
    private static readonly Func<CohortPanelRow, double> X = row => row.Covariates[0];

    [Fact]
    public void A_triple_difference_equals_all_its_dummies_written_out() => Property.HoldsForEverySeed(
        seed =>
        {
            // The comparison group's panel: the same units and starts, cells of its own missing.
            var affected = PanelRegressionCase.Rows(seed);
            var comparison = affected.Select((row, i) => row with
            {
                Outcome = (i * ((int)(seed % 10) + 3)) % 13 == 0 ? double.NaN : Math.Cos(i * (seed + 1.0)) + (0.5 * row.Period),
                Weight = 1 + (0.1 * (i % 5)),
            }).ToArray();
            var result = TripleDifference.Estimate(
                PanelRegressionCase.Panel(affected), PanelRegressionCase.Panel(comparison), new() { Covariates = ["x"], SmallSample = SmallSample.None });

            CohortPanelRow[] first = Known(affected);
            CohortPanelRow[] rows = [.. first, .. Known(comparison)];
            var isAffected = first.ToHashSet(ReferenceEqualityComparer.Instance);
            var naive = NaivePanelRegression.Linear(
                rows, [row => isAffected.Contains(row) && row.Period >= row.Cohort ? 1 : 0, X],
                row => (row.Unit, isAffected.Contains(row)), row => (row.Period, isAffected.Contains(row)), row => (row.Unit, row.Period));
            return Assertion.IsNear(naive.Coefficients[0], result.Effect.Value, 1e-10)
                && Assertion.IsNear(naive.StandardError(1), result.Effect.StandardError, 1e-10);
        },
        cases: 25);

    [Fact]
    public void Sun_and_Abraham_s_averages_equal_shares_of_interactions_written_out() => Property.HoldsForEverySeed(
        seed =>
        {
            var rows = Known(PanelRegressionCase.Rows(seed));
            var result = SunAbraham.Estimate(PanelRegressionCase.Panel(rows), new() { Covariates = ["x"], SmallSample = SmallSample.None });
            var pairs = rows.Where(row => row.Cohort is not null && row.Period - row.Cohort != -1).Select(Pair).Distinct().ToArray();
            var naive = NaivePanelRegression.Linear(
                rows, [.. pairs.Select(pair => (Func<CohortPanelRow, double>)(row => row.Cohort is not null && Pair(row) == pair ? 1 : 0)), X], row => row.Unit, row => row.Period);

            // The weighted share of each pair among the cells averaged.
            bool Equal(Statistics.Results.Estimate actual, Func<(int Cohort, int Time), bool> averaged)
            {
                double[] weight = [.. pairs.Select(pair => averaged(pair) ? rows.Where(row => row.Cohort is not null && Pair(row) == pair).Sum(row => row.Weight) : 0)];
                double[] share = [.. weight.Select(one => one / weight.Sum())];
                return Assertion.IsNear(share.Zip(naive.Coefficients, (s, b) => s * b).Sum(), actual.Value, 1e-10)
                    && Assertion.IsNear(naive.StandardError(share), actual.StandardError, 1e-10);
            }

            return Equal(result.Effect, pair => pair.Time >= 0)
                && result.Times.Where(time => !time.IsReference).All(time => Equal(time.Estimate, pair => pair.Time == time.EventTime))
                && result.Cohorts.All(cohort => Equal(cohort.Estimate, pair => pair.Time >= 0 && pair.Cohort == cohort.Cohort))
                && result.CohortTimes.All(cell => Equal(cell.Estimate, pair => pair == (cell.Cohort, cell.EventTime)));

            static (int Cohort, int Time) Pair(CohortPanelRow row) => (row.Cohort!.Value, row.Period - row.Cohort.Value);
        },
        cases: 40);

    [Fact]
    public void Poisson_difference_in_differences_equals_Newton_s_steps_on_all_dummies() => Property.HoldsForEverySeed(
        seed =>
        {
            var rows = Counts(seed);
            var result = PoissonDifferenceInDifferences.Estimate(PanelRegressionCase.Panel(rows), new() { Covariates = ["x"], SmallSample = SmallSample.None });
            var naive = NaivePanelRegression.Poisson(rows, [row => row.Period >= row.Cohort ? 1 : 0, X], row => row.Unit, row => row.Period);
            return Assertion.IsNear(naive.Coefficients[0], result.LogRatio.Value, 1e-10) && Assertion.IsNear(naive.StandardError(1), result.LogRatio.StandardError, 1e-10);
        },
        cases: 40);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Other_fixed_effects_and_none_equal_their_dummies(bool plain) => Property.HoldsForEverySeed(
        seed =>
        {
            // Two kinds of units with period effects of their own, beside effects of units; or a constant alone.
            var rows = Counts(seed).Select(row => row with { Covariates = [row.Covariates[0], (row.Period * 2) + Kind(row)] }).ToArray();
            var panel = CohortPanel.FromRows(rows, "x", "kind and period");
            var options = new PanelRegressionOptions { Covariates = ["x"], SmallSample = SmallSample.None, Effects = plain ? [] : ["unit", "kind and period"] };
            Func<CohortPanelRow, object>[] effects = plain ? [_ => 0] : [row => row.Unit, row => (row.Period, Kind(row))];
            Func<CohortPanelRow, double>[] regressors = [row => row.Period >= row.Cohort ? 1 : 0, X];
            return Equal(NaivePanelRegression.Linear(rows, regressors, effects), TwoWayFixedEffects.Estimate(panel, options).Effect)
                && Equal(NaivePanelRegression.Poisson(rows, regressors, effects), PoissonDifferenceInDifferences.Estimate(panel, options).LogRatio);

            static int Kind(CohortPanelRow row) => int.Parse(row.Unit, System.Globalization.CultureInfo.InvariantCulture) % 2;
            static bool Equal(NaivePanelRegression naive, Statistics.Results.Estimate actual) =>
                Assertion.IsNear(naive.Coefficients[0], actual.Value, 1e-10) && Assertion.IsNear(naive.StandardError(1), actual.StandardError, 1e-10);
        },
        cases: 40);

    [Fact]
    public void The_mean_after_the_start_equals_the_coefficients_mean() => Property.HoldsForEverySeed(
        seed =>
        {
            var result = EventStudyRegression.Estimate(PanelRegressionCase.Panel(PanelRegressionCase.Rows(seed)));
            var after = result.Times.Where(time => time.EventTime >= 0).ToArray();
            return Assertion.IsNear(after.Average(time => time.Estimate.Value), result.After().Value, 1e-12)
                && result.After().StandardError <= after.Average(time => time.Estimate.StandardError) + 1e-12;
        },
        cases: 40);

    [Fact]
    public void A_Poisson_event_study_equals_Newton_s_steps_on_all_dummies() => Property.HoldsForEverySeed(
        seed =>
        {
            var rows = Counts(seed);
            var result = PoissonEventStudy.Estimate(PanelRegressionCase.Panel(rows), new() { Covariates = ["x"], SmallSample = SmallSample.None, First = -3 });
            int[] times = [.. result.Times.Where(time => !time.IsReference).Select(time => time.EventTime)];
            var naive = NaivePanelRegression.Poisson(
                rows, [.. times.Select(time => (Func<CohortPanelRow, double>)(row => row.Cohort is { } start && Math.Max(row.Period - start, -3) == time ? 1 : 0)), X], row => row.Unit, row => row.Period);
            return times.Index().All(time => result.Times.Single(one => one.EventTime == time.Item).Estimate is var estimate
                && Assertion.IsNear(naive.Coefficients[time.Index], estimate.Value, 1e-10)
                && Assertion.IsNear(naive.StandardError([.. times.Select(other => other == time.Item ? 1.0 : 0)]), estimate.StandardError, 1e-10));
        },
        cases: 40);

    [Fact]
    public void A_Poisson_event_study_by_hand()
    {
        // Rates 1, 2, 3 of the control and 2, 2, 9 of the treated: their ratios are 2, 1, 3, against the second period log 2 before and log 3 after.
        CohortPanelRow[] rows =
        [
            new("a", 1, 10) { Exposure = 10 }, new("a", 2, 20) { Exposure = 10 }, new("a", 3, 30) { Exposure = 10 },
            new("b", 1, 40) { Exposure = 20, Cohort = 3 }, new("b", 2, 40) { Exposure = 20, Cohort = 3 }, new("b", 3, 180) { Exposure = 20, Cohort = 3 },
        ];
        var result = PoissonEventStudy.Estimate(CohortPanel.FromRows(rows), new() { Errors = PanelErrors.Classical, SmallSample = SmallSample.None });

        Assertion.Near(Math.Log(2), result.Times[0].Estimate.Value, 1e-12);
        Assertion.Near(Math.Log(3), result.Times[2].Estimate.Value, 1e-12);

        // Saturated: the variance of a log ratio of four counts is the sum of their inverses, 1/10 + 1/20 + 1/40 + 1/40 before and 1/20 + 1/30 + 1/40 + 1/180 after.
        Assertion.Near(Math.Sqrt(0.2), result.Times[0].Estimate.StandardError, 1e-10);
        Assertion.Near(Math.Sqrt(0.05 + (1 / 30.0) + 0.025 + (1 / 180.0)), result.Times[2].Estimate.StandardError, 1e-10);
    }

    private static CohortPanelRow[] Known(IEnumerable<CohortPanelRow> rows) => [.. rows.Where(row => !double.IsNaN(row.Outcome))];

    // Counts of one and more, so that no row is separated; exposures of their own.
    private static CohortPanelRow[] Counts(ulong seed) => [.. Known(PanelRegressionCase.Rows(seed)).Select(row => row with
    {
        Exposure = 10 * (1 + (row.Period % 3)),
        Outcome = 1 + Math.Floor(10 * (1 + (row.Period % 3)) * Math.Exp(Math.Clamp(row.Outcome / 8, -2, 2))),
    })];
}
