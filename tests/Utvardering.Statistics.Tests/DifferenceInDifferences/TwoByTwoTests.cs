using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Tests.DifferenceInDifferences;

public class TwoByTwoTests
{
    private static readonly PeriodWindow Before = new(new(2021, 1, 1), new(2022, 1, 1));
    private static readonly PeriodWindow After = new(new(2024, 1, 1), new(2024, 1, 1));

    [Fact]
    public void Estimate_is_treated_change_less_control_change()
    {
        // Means before (2021, 2022), value after (2024); 2023 is roll-in and not used.
        //   a treated: (10 + 12) / 2 = 11 → 8, change −3      b treated: (20 + 20) / 2 = 20 → 19, change −1
        //   c control: (5 + 7) / 2 = 6 → 9, change 3          d control: (8 + 8) / 2 = 8 → 9, change 1      e control: 4 → 6, change 2
        // Treated change −2, control change 2, estimate −4. Counterfactual 15.5 + 2 = 17.5.
        var estimate = TwoByTwo.Estimate(Example(), ["a", "b"], Before, After);

        Assert.Equal(-4, estimate.Estimate, 12);
        Assert.Equal(15.5, estimate.TreatedBefore, 12);
        Assert.Equal(13.5, estimate.TreatedAfter, 12);
        Assert.Equal(6, estimate.ControlBefore, 12);
        Assert.Equal(8, estimate.ControlAfter, 12);
        Assert.Equal(17.5, estimate.TreatedCounterfactual, 12);
        Assert.Equal((2, 3), (estimate.TreatedCount, estimate.ControlCount));
        Assert.Equal((2, 1), (estimate.Before.Periods, estimate.After.Periods));
        Assert.Equal([-3, -1, 3, 1, 2], estimate.UnitChanges.Select(unit => unit.Change));
    }

    [Fact]
    public void Few_units_are_told_with_their_number()
    {
        var warnings = TwoByTwo.Estimate(Example(), ["a", "b"], Before, After).Warnings;

        Assert.Contains(new(EstimationWarningKind.FewTreatedUnits, Value: 2, Limit: 10), warnings);
        Assert.Contains(new(EstimationWarningKind.FewControlUnits, Value: 3, Limit: 10), warnings);
    }

    [Fact]
    public void A_window_of_less_than_a_year_is_told()
    {
        var start = new DateOnly(2023, 1, 1);
        var rows = Enumerable.Range(0, 18).SelectMany(month => new[] { "a", "b" }.Select(unit => new PanelObservation(unit, start.AddMonths(month), month)));
        var estimate = TwoByTwo.Estimate(Panel.FromObservations(PeriodGrain.Month, rows), ["a"], new(start, start.AddMonths(11)), new(start.AddMonths(12), start.AddMonths(17)));

        var warning = Assert.Single(estimate.Warnings, warning => warning.Kind is EstimationWarningKind.ShortWindowAfter or EstimationWarningKind.ShortWindowBefore);
        Assert.Equal(new(EstimationWarningKind.ShortWindowAfter, Period: start.AddMonths(12), Value: 6, Limit: 12), warning);
    }

    [Fact]
    public void A_unit_without_data_in_a_window_is_left_out_and_told()
    {
        var estimate = TwoByTwo.Estimate(Example([new("f", new(2024, 1, 1), 3)]), ["a", "b"], Before, After);

        Assert.Equal(-4, estimate.Estimate, 12);
        Assert.DoesNotContain(estimate.UnitChanges, unit => unit.Unit == "f");
        Assert.Contains(new(EstimationWarningKind.UnitLeftOut, "f", new DateOnly(2021, 1, 1)), estimate.Warnings);
    }

    [Fact]
    public void A_unit_that_lacks_some_periods_is_used_and_told()
    {
        var estimate = TwoByTwo.Estimate(Example([new("f", new(2022, 1, 1), 3), new("f", new(2024, 1, 1), 5)]), ["a", "b"], Before, After);

        Assert.Contains(estimate.UnitChanges, unit => unit.Unit == "f");
        Assert.Contains(new(EstimationWarningKind.PeriodsMissing, "f", new DateOnly(2021, 1, 1), 1, 2), estimate.Warnings);
    }

    [Fact]
    public void Windows_that_overlap_are_refused() =>
        Refused(() => TwoByTwo.Estimate(Example(), ["a"], Before, new(new(2022, 1, 1), new(2024, 1, 1))), "must not overlap");

    [Fact]
    public void An_unknown_treated_unit_is_refused() => Refused(() => TwoByTwo.Estimate(Example(), ["a", "x"], Before, After), "\"x\"");

    [Fact]
    public void A_comparison_without_controls_is_refused() =>
        Refused(() => TwoByTwo.Estimate(Example(), ["a", "b", "c", "d", "e"], Before, After), "5 treated and 0 controls");

    [Fact]
    public void A_comparison_without_treated_is_refused() => Refused(() => TwoByTwo.Estimate(Example(), [], Before, After), "0 treated and 5 controls");

    private static void Refused(Func<object> act, string said) =>
        Assert.Contains(said, Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal);

    private static Panel Example(params PanelObservation[] further)
    {
        (string Unit, double[] Values)[] units =
            [("a", [10, 12, 99, 8]), ("b", [20, 20, 99, 19]), ("c", [5, 7, 99, 9]), ("d", [8, 8, 99, 9]), ("e", [4, 4, 99, 6])];
        var rows = units.SelectMany(unit => unit.Values.Select((value, year) => new PanelObservation(unit.Unit, new(2021 + year, 1, 1), value)));
        return Panel.FromObservations(PeriodGrain.Year, rows.Concat(further));
    }
}
