using System.Collections.Immutable;
using Utvardering.Statistics.Randomisation;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Tests.Randomisation;

public class RandomisationInferenceTests
{
    [Fact]
    public void A_small_case_worked_by_hand()
    {
        // Changes 1, 2, 3 | 10, units 4, the last treated. A = assigned − mean of the other three:
        //   unit 1: 1 − 5 = −4     unit 2: 2 − 14/3 = −8/3     unit 3: 3 − 13/3 = −4/3     unit 4: 10 − 2 = 8
        // Two-sided p = 1/4, upper 1/4, lower 4/4. B = −1/3 for units 1–3, so roots
        //   (8 − A)/(4/3) and (8 + A)/(2/3): unit 1 (9, 6), unit 2 (8, 8), unit 3 (7, 10); unit 4 everything.
        // At α = 0.4: αN = 1.6, rank 2 from outside: lower ends −∞, 6, 7, 8 → 6; upper ends ∞, 10, 9, 8 → 10.
        var result = RandomisationInference.DifferenceInMeans([1, 2, 3, 10], Assign(false, false, false, true), alpha: 0.4);

        Assert.Equal(8, result.Estimate, 12);
        Assert.Equal(0.25, result.Test.PTwoSided);
        Assert.Equal(0.25, result.Test.PUpper);
        Assert.Equal(1, result.Test.PLower);
        Assert.Equal(0.25, result.Test.MinimumP);
        Assert.Equal(6, result.Interval.Low, 12);
        Assert.Equal(10, result.Interval.High, 12);
        Assert.Equal(0.6, result.Interval.Confidence, 12);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void An_interval_no_test_can_bound_is_infinite_and_told()
    {
        var result = RandomisationInference.DifferenceInMeans([1, 2, 3, 10], Assign(false, false, false, true), alpha: 0.05);

        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (result.Interval.Low, result.Interval.High));
        Assert.Equal(new(EstimationWarningKind.MinimumPValueAboveLevel, Value: 0.25, Limit: 0.05), Assert.Single(result.Warnings));
    }

    [Fact]
    public void Ties_count_though_rounding_parts_them()
    {
        // 0.1 + 0.2 ≠ 0.3 in binary: the sums {0.1, 0.2, 0.3} and {0.3, 0.3, 0} tie on paper only.
        ImmutableArray<double> changes = [0.1, 0.2, 0.3, 0.3, 0, 0];
        var result = RandomisationInference.DifferenceInMeans(changes, Assign(true, true, true, false, false, false), alpha: 0.2);

        // Total 0.9: |difference| = |2 s − 0.9| / 3 with s the sum of the three. Observed s = 0.6. At least as far from 0.45 are
        // s ≥ 0.6 or ≤ 0.3. Of the 20 triples from tenths {1, 2, 3, 3', 0, 0'}: s = 8 {2,3,3'}, 7 {1,3,3'}, 6 {1,2,3} {1,2,3'} {3,3',0} {3,3',0'}:
        // 6; their complements have s ≤ 3: 6 more. p = 12/20.
        Assert.Equal(0.6, result.Test.PTwoSided, 12);
    }

    [Fact]
    public void Changes_that_do_not_vary_are_told_and_nothing_is_rejected()
    {
        var result = RandomisationInference.DifferenceInMeans([0.1, 0.1, 0.1, 0.1, 0.1], Assign(true, true, false, false, false), alpha: 0.2);

        Assert.Equal(1, result.Test.PTwoSided);
        Assert.Contains(result.Warnings, warning => warning.Kind == EstimationWarningKind.NoVariation);
    }

    [Fact]
    public void A_sample_of_assignments_is_told()
    {
        var treated = Enumerable.Range(0, 40).Select(unit => unit < 15).ToArray();
        var result = RandomisationInference.DifferenceInMeans([.. Enumerable.Range(0, 40).Select(unit => (double)(unit % 7))], Assignments.Of(treated, 999, 1), alpha: 0.05);

        // C(40, 15) = 40 225 345 056
        Assert.Equal(new(EstimationWarningKind.AssignmentsSampled, Value: 999, Limit: 40_225_345_056), Assert.Single(result.Warnings));
        Assert.False(result.Test.IsExhaustive);
    }

    [Fact]
    public void A_change_that_is_not_a_number_is_refused() =>
        Assert.Contains("number 1", Assert.Throws<ArgumentException>(() =>
            RandomisationInference.DifferenceInMeans([1, double.NaN], Assign(true, false), 0.05)).Message, StringComparison.Ordinal);

    [Fact]
    public void As_many_changes_as_units_are_needed() =>
        Assert.Throws<ArgumentException>(() => RandomisationInference.DifferenceInMeans([1, 2, 3], Assign(true, false), 0.05));

    [Fact]
    public void A_studentised_test_of_a_single_unit_is_refused() =>
        Assert.Throws<ArgumentException>(() => RandomisationInference.Studentised([1, 2, 3], Assign(true, false, false)));

    [Fact]
    public void Groups_without_spread_are_as_extreme_as_can_be()
    {
        // 5, 5 against 1, 1: t is infinite, as it is for the complement; the other four assignments give 0.
        var test = RandomisationInference.Studentised([5, 5, 1, 1], Assign(true, true, false, false));

        Assert.Equal(double.PositiveInfinity, test.Statistic);
        Assert.Equal(2 / 6.0, test.PTwoSided);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_level_outside_zero_to_one_is_refused(double alpha) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomisationOptions { Alpha = alpha });

    private static Assignments Assign(params bool[] treated) => Assignments.Of(treated, 1000, 1);
}
