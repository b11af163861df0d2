using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Tests.DifferenceInDifferences;

public class EventStudyTests
{
    private static readonly DateOnly Reference = new(2023, 1, 1);
    private static readonly DateOnly Start = new(2024, 1, 1);

    [Fact]
    public void Each_period_is_held_against_the_reference()
    {
        // Changes since 2023.   2022   2023   2024
        //   a treated (7, 5, 9):   2      0      4
        //   b treated (1, 1, 3):   0      0      2      treated mean 1, 0, 3
        //   c control (4, 4, 5):   0      0      1
        //   d control (6, 3, 3):   3      0      0      control mean 1.5, 0, 0.5      estimates −0.5, 0, 2.5
        var study = EventStudy.Estimate(Example(), ["a", "b"], Start, Reference);

        Assert.Equal([-0.5, 0, 2.5], study.Periods.Select(period => period.Estimate));
        Assert.Equal([-2, -1, 0], study.Periods.Select(period => period.EventTime));
        Assert.Equal([false, true, false], study.Periods.Select(period => period.IsReference));
        Assert.Equal([true, false, false], study.Periods.Select(period => period.IsPreTrend));
        Assert.Equal([1, 0, 3], study.Periods.Select(period => period.TreatedMeanChange));
        Assert.Equal([2, 0, 4], study.Units[0].Changes.AsEnumerable());
    }

    [Fact]
    public void A_unit_with_a_missing_period_is_left_out_and_told()
    {
        var study = EventStudy.Estimate(Example(new PanelObservation("e", Reference, 100), new PanelObservation("e", Start, 0)), ["a", "b"], Start, Reference);

        Assert.Equal([-0.5, 0, 2.5], study.Periods.Select(period => period.Estimate));
        Assert.Contains(new(EstimationWarningKind.UnitLeftOut, "e", new DateOnly(2022, 1, 1)), study.Warnings);
    }

    [Fact]
    public void A_reference_that_is_not_before_treatment_is_refused() =>
        Assert.Contains("not before treatment", Assert.Throws<ArgumentException>(() => EventStudy.Estimate(Example(), ["a"], Start, Start)).Message, StringComparison.Ordinal);

    private static Panel Example(params PanelObservation[] further)
    {
        (string Unit, double[] Values)[] units = [("a", [7, 5, 9]), ("b", [1, 1, 3]), ("c", [4, 4, 5]), ("d", [6, 3, 3])];
        var rows = units.SelectMany(unit => unit.Values.Select((value, year) => new PanelObservation(unit.Unit, new(2022 + year, 1, 1), value)));
        return Panel.FromObservations(PeriodGrain.Year, rows.Concat(further));
    }
}
