using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.Randomisation;

namespace Utvardering.Statistics.Tests.DifferenceInDifferences;

public class TwoByTwoPropertyTests
{
    private static readonly PeriodWindow Before = new(new(2024, 1, 1), new(2024, 3, 1));
    private static readonly PeriodWindow After = new(new(2024, 4, 1), new(2024, 5, 1));

    [Fact]
    public void Equals_a_textbook_loop_over_unit_means() => Property.HoldsForEverySeed(seed =>
    {
        var (rows, treated) = Rows(seed);
        double treatedSum = 0, controlSum = 0;
        foreach (var unit in rows.GroupBy(row => row.Unit))
        {
            var change = unit.Where(row => After.Contains(row.Period)).Average(row => row.Outcome) - unit.Where(row => Before.Contains(row.Period)).Average(row => row.Outcome);
            treatedSum += treated.Contains(unit.Key) ? change : 0;
            controlSum += treated.Contains(unit.Key) ? 0 : change;
        }

        var units = rows.Select(row => row.Unit).Distinct().Count();
        var expected = (treatedSum / treated.Length) - (controlSum / (units - treated.Length));
        return Assertion.IsNear(expected, Estimate(rows, treated).Estimate, 1e-10);
    });

    [Fact]
    public void Rows_in_another_order_give_the_same_estimate_and_interval() => Property.HoldsForEverySeed(seed =>
    {
        var (rows, treated) = Rows(seed);
        var random = new RandomSequence(seed, 99);
        return Result(rows, treated) == Result([.. rows.OrderBy(_ => random.NextUInt32())], [.. treated.Reverse()]);
    });

    [Fact]
    public void A_constant_for_each_unit_and_for_each_period_changes_nothing() => Property.HoldsForEverySeed(seed =>
    {
        var (rows, treated) = Rows(seed);
        PanelObservation[] shifted = [.. rows.Select(row => row with { Outcome = row.Outcome + (10 * (row.Unit[^1] - (double)'0')) + (3 * row.Period.Month) })];
        return Near(Result(rows, treated), Result(shifted, treated), shift: 0, scale: 1);
    });

    [Fact]
    public void Another_unit_of_measurement_scales_estimate_and_interval() => Property.HoldsForEverySeed(seed =>
    {
        var (rows, treated) = Rows(seed);
        return Near(Result(rows, treated), Result([.. rows.Select(row => row with { Outcome = 1000 * row.Outcome })], treated), shift: 0, scale: 1000);
    });

    [Fact]
    public void An_effect_added_to_the_treated_after_moves_estimate_and_interval_by_it() => Property.HoldsForEverySeed(seed =>
    {
        var (rows, treated) = Rows(seed);
        PanelObservation[] affected = [.. rows.Select(row => treated.Contains(row.Unit) && After.Contains(row.Period) ? row with { Outcome = row.Outcome + 2.5 } : row)];
        return Near(Result(rows, treated), Result(affected, treated), shift: 2.5, scale: 1);
    });

    private static bool Near((double Estimate, double Low, double High) one, (double Estimate, double Low, double High) other, double shift, double scale) =>
        Assertion.IsNear((one.Estimate * scale) + shift, other.Estimate, 1e-10 * scale)
        && Assertion.IsNear((one.Low * scale) + shift, other.Low, 1e-10 * scale)
        && Assertion.IsNear((one.High * scale) + shift, other.High, 1e-10 * scale);

    private static (double Estimate, double Low, double High) Result(PanelObservation[] rows, string[] treated)
    {
        var result = RandomisationInference.DifferenceInMeans(Estimate(rows, treated), new() { Alpha = 0.25 });
        return (result.Estimate, result.Interval.Low, result.Interval.High);
    }

    private static TwoByTwoEstimate Estimate(PanelObservation[] rows, string[] treated) =>
        TwoByTwo.Estimate(Panel.FromObservations(PeriodGrain.Month, rows), treated, Before, After);

    private static (PanelObservation[] Rows, string[] Treated) Rows(ulong seed)
    {
        var comparison = RandomCase.Of(seed);
        var random = new RandomSequence(seed, 8);
        var rows = comparison.Treated.SelectMany((_, unit) => Enumerable.Range(0, 5).Select(month =>
            new PanelObservation($"unit {unit}", new(2024, 1 + month, 1), RandomCase.Normal(random))));
        return ([.. rows], [.. comparison.Treated.Index().Where(unit => unit.Item).Select(unit => $"unit {unit.Index}")]);
    }
}
