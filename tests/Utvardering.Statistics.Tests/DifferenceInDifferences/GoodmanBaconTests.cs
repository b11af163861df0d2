using System.Collections.Immutable;
using System.Text.Json;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.DifferenceInDifferences;

/// <summary>Against R's bacondecomp on three published panels, and a decomposition by regressions on random ones.</summary>
public class GoodmanBaconTests
{
    /// <summary>bacondecomp's number for the never-treated.</summary>
    private const int Never = 99999;

    private static readonly Oracle Oracle = new("04_goodman_bacon");

    [SharedDataTheory]
    [InlineData("castle", "data.csv", "state", "year", "post", "l_homicide")]
    [InlineData("math_reform", "math_reform.csv", "state", "class", "reform_math", "incearn_ln")]
    [InlineData("divorce_suicide_women", "divorce.csv", "st", "year", "post", "suiciderate_elast_jag")]
    public void Comparisons_weights_and_sums_equal_bacondecomp(string name, string file, string unit, string period, string treated, string outcome)
    {
        var expected = Oracle.Expected().GetProperty(name);
        var decomposition = GoodmanBacon.Decompose(Panel(file, unit, period, treated, outcome));

        EqualPairs(expected.GetProperty("two_by_twos"), decomposition);
        Assertion.Near(expected.GetProperty("weighted_sum").GetDouble(), decomposition.Sum, 1e-9);
        Assertion.Near(expected.GetProperty("twfe").GetDouble(), decomposition.Estimate, 1e-9);
        Assertion.Near(1, decomposition.Comparisons.Sum(pair => pair.Weight), 1e-12);
        var kinds = expected.GetProperty("by_type");
        foreach (var (kind, (weight, average)) in kinds.GetProperty("type").EnumerateArray().Zip(
            Oracle.Numbers(kinds.GetProperty("weight")).Zip(Oracle.Numbers(kinds.GetProperty("avg_estimate")))))
        {
            var actual = decomposition.ByKind.Single(one => Name(one.Kind) == kind.GetString());
            Assertion.Near(weight, actual.Weight, 1e-10);
            Assertion.Near(average, actual.Estimate, 1e-9);
        }
    }

    [SharedDataFact]
    public void With_covariates_within_and_between_equal_bacondecomp()
    {
        var expected = Oracle.Expected().GetProperty("castle_with_covariates");
        var decomposition = GoodmanBacon.Decompose(Panel("data.csv", "state", "year", "post", "l_homicide", "l_income", "l_pop"), "l_income", "l_pop");

        EqualPairs(expected.GetProperty("two_by_twos"), decomposition);
        Assertion.Near(expected.GetProperty("Omega").GetDouble(), decomposition.WithinWeight, 1e-10);
        Assertion.Near(expected.GetProperty("beta_hat_w").GetDouble(), decomposition.WithinEstimate, 1e-9);
        Assertion.Near(expected.GetProperty("total").GetDouble(), decomposition.Sum, 1e-9);
        Assertion.Near(expected.GetProperty("twfe").GetDouble(), decomposition.Estimate, 1e-9);
    }

    [Fact]
    public void The_parts_add_up_to_the_estimate_with_and_without_covariates() => Property.HoldsForEverySeed(
        seed =>
        {
            var panel = Random(seed);
            var (plain, adjusted) = (GoodmanBacon.Decompose(panel), GoodmanBacon.Decompose(panel, "x"));
            return Assertion.IsNear(plain.Estimate, plain.Sum, 1e-10) && Assertion.IsNear(adjusted.Estimate, adjusted.Sum, 1e-10);
        },
        cases: 60);

    [Fact]
    public void Each_comparison_is_a_two_way_regression_on_its_own_rows() => Property.HoldsForEverySeed(
        seed =>
        {
            var panel = Random(seed);
            return GoodmanBacon.Decompose(panel).Comparisons.All(pair =>
                Assertion.IsNear(NaiveTwoWay(panel, pair.Treated, pair.Control ?? Never), pair.Estimate, 1e-10));
        },
        cases: 20);

    [Fact]
    public void A_constant_for_each_unit_and_each_period_changes_nothing_and_a_scale_scales() => Property.HoldsForEverySeed(
        seed =>
        {
            var (panel, moved) = (Random(seed), Random(seed, (unit, period, outcome) => (1000 * outcome) + (50 * unit) - (9 * period * period)));
            return GoodmanBacon.Decompose(panel).Comparisons.Zip(GoodmanBacon.Decompose(moved).Comparisons).All(pair =>
                pair.First.Weight == pair.Second.Weight && Assertion.IsNear(1000 * pair.First.Estimate, pair.Second.Estimate, 1e-9));
        },
        cases: 20);

    [Fact]
    public void The_weight_on_units_treated_already_is_told()
    {
        // Three periods, one unit each: starts in 2 (k), in 3 (l). Of k, D̄ = 2/3, of l 1/3.
        // k against l until 3: (1/3)(1/3). l against k from 2: (1/3)(1/3). Half each.
        var decomposition = GoodmanBacon.Decompose(CohortPanel.FromRows(
            from unit in (int[])[2, 3] from period in (int[])[1, 2, 3] select new CohortPanelRow($"{unit}", period, unit * period) { Cohort = unit }));
        Assert.Equal(0.5, decomposition.ForbiddenWeight, 12);
        Assert.Equal([GoodmanBaconKind.EarlierVsLater, GoodmanBaconKind.LaterVsEarlier], decomposition.ByKind.Select(kind => kind.Kind));
    }

    [Fact]
    public void Panels_it_does_not_hold_for_are_refused_with_the_reason()
    {
        void Refused(string said, Func<CohortPanelRow, CohortPanelRow> change, params ImmutableArray<string> covariates) => Assert.Contains(
            said,
            Assert.Throws<ArgumentException>(() => GoodmanBacon.Decompose(CohortPanel.FromRows(GroupTimeCase.Of(1).Rows().Select(change), "x"), covariates)).Message,
            StringComparison.Ordinal);

        Refused("balanced", row => row is { Unit: "unit 04", Period: 3 } ? row with { Outcome = double.NaN } : row);
        Refused("weight", row => row is { Unit: "unit 04", Period: 3 } ? row with { Weight = 2 } : row);
        Refused("others to compare", row => row with { Cohort = 3 });
        Refused("\"x\" is explained", row => row, "x");
        Refused("\"z\"", row => row, "z");
    }

    private static void EqualPairs(JsonElement expected, GoodmanBaconDecomposition actual)
    {
        var (treated, untreated) = (Oracle.Numbers(expected.GetProperty("treated")), Oracle.Numbers(expected.GetProperty("untreated")));
        var (weights, estimates) = (Oracle.Numbers(expected.GetProperty("weight")), Oracle.Numbers(expected.GetProperty("estimate")));
        string[] kinds = [.. expected.GetProperty("type").EnumerateArray().Select(kind => kind.GetString()!)];
        Assert.Equal(treated.Length, actual.Comparisons.Length);
        for (var i = 0; i < treated.Length; i++)
        {
            var pair = actual.Comparisons.Single(one => one.Treated == treated[i] && (one.Control ?? Never) == untreated[i]);
            Assertion.Near(weights[i], pair.Weight, 1e-10);
            Assertion.Near(estimates[i], pair.Estimate, 1e-9);
            Assert.Equal(kinds[i], Name(pair.Kind));
        }
    }

    private static string Name(GoodmanBaconKind kind) => kind switch
    {
        GoodmanBaconKind.TreatedVsNeverTreated => "Treated vs Untreated",
        GoodmanBaconKind.EarlierVsLater => "Earlier vs Later Treated",
        GoodmanBaconKind.LaterVsEarlier => "Later vs Earlier Treated",
        GoodmanBaconKind.LaterVsAlwaysTreated => "Later vs Always Treated",
        _ => "Both Treated",
    };

    private static CohortPanel Panel(string file, string unit, string period, string treated, string outcome, params ImmutableArray<string> covariates)
    {
        var rows = Oracle.Rows(file).ToArray();
        var starts = rows.Where(row => row[treated] == "1").GroupBy(row => row[unit]).ToDictionary(of => of.Key, of => of.Min(row => (int)Oracle.Number(row[period])));
        return CohortPanel.FromRows(
            rows.Select(row => new CohortPanelRow(row[unit], (int)Oracle.Number(row[period]), Oracle.Number(row[outcome]))
            {
                Cohort = starts.TryGetValue(row[unit], out var start) ? start : null,
                Covariates = [.. covariates.Select(name => Oracle.Number(row[name]))],
            }),
            covariates);
    }

    // Always-treated, cohorts of 3, 4 and 6, and never-treated over six periods.
    private static CohortPanel Random(ulong seed, Func<int, int, double, double>? move = null)
    {
        var random = new Statistics.Random.RandomSequence(seed, 21);
        int?[] cohorts = [1, 3, 4, 6, null];
        var units = cohorts.SelectMany(cohort => Enumerable.Repeat(cohort, 1 + random.NextBelow(4))).ToArray();
        return CohortPanel.FromRows(
            units.SelectMany((cohort, unit) => Enumerable.Range(1, 6).Select(period =>
            {
                var outcome = RandomCase.Normal(random);
                return new CohortPanelRow($"{unit:00}", period, move?.Invoke(unit, period, outcome) ?? outcome) { Cohort = cohort, Covariates = [RandomCase.Normal(random)] };
            })),
            "x");
    }

    /// <summary>OLS with dummies by normal equations and Gaussian elimination, on the rows of the two groups in the comparison's periods.</summary>
    private static double NaiveTwoWay(CohortPanel panel, int treated, int control)
    {
        int Start(int unit) => panel.Cohorts[unit] ?? Never;
        var rows = (from unit in Enumerable.Range(0, panel.Units.Length)
                    from period in Enumerable.Range(0, panel.Periods.Length)
                    let start = Start(unit)
                    where (start == treated || start == control) && (treated < control ? panel.Periods[period] < control : panel.Periods[period] >= control)
                    select (unit, period)).ToArray();
        int[] units = [.. rows.Select(row => row.unit).Distinct()];
        int[] periods = [.. rows.Select(row => row.period).Distinct().Order()];
        double[][] design = [.. rows.Select(row => (double[])
            [
                panel.IsTreated(row.unit, row.period) ? 1 : 0,
                .. units.Select(unit => unit == row.unit ? 1.0 : 0.0),
                .. periods.Skip(1).Select(period => period == row.period ? 1.0 : 0.0),
            ])];
        return NaiveLeastSquares.Fit(design, [.. rows.Select(row => panel.Outcome(row.unit, row.period))])[0];
    }
}
