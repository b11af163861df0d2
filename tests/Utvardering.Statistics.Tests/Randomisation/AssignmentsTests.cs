using System.Numerics;
using Utvardering.Statistics.Randomisation;

namespace Utvardering.Statistics.Tests.Randomisation;

public class AssignmentsTests
{
    [Theory]
    [InlineData(11, 6, 462)]
    [InlineData(11, 5, 462)]
    [InlineData(5, 1, 5)]
    [InlineData(5, 4, 5)]
    [InlineData(2, 1, 2)]
    [InlineData(20, 10, 184_756)]
    public void All_choices_are_listed_each_once(int units, int treated, int count)
    {
        var assignments = Of(units, treated);
        var distinct = Enumerable.Range(0, assignments.Count).Select(a => Mask(assignments[a])).ToHashSet();

        Assert.Equal(count, assignments.Count);
        Assert.True(assignments.IsExhaustive);
        Assert.Equal(count, distinct.Count);
        Assert.All(distinct, mask => Assert.True(BitOperations.PopCount(mask) == treated && mask < 1UL << units));
    }

    [Fact]
    public void The_observed_assignment_is_marked()
    {
        var assignments = Assignments.Of([false, true, false, true, true], 100, 1);
        Assert.Equal([1, 3, 4], assignments[assignments.ObservedIndex].ToArray());
    }

    [Theory]
    [InlineData(11, 6, 1 / 462.0)]
    [InlineData(10, 5, 2 / 252.0)]
    [InlineData(2, 1, 1.0)]
    public void The_smallest_p_value_counts_the_complement_of_groups_of_equal_size(int units, int treated, double expected) =>
        Assert.Equal(expected, Of(units, treated).MinimumP, 15);

    [Fact]
    public void Too_many_choices_are_sampled_with_the_observed_first()
    {
        var assignments = Of(280, 11, sampleSize: 500);

        Assert.Equal(500, assignments.Count);
        Assert.False(assignments.IsExhaustive);
        Assert.Equal(Enumerable.Range(0, 11), assignments[0].ToArray());
        for (var a = 0; a < assignments.Count; a++)
        {
            var positions = assignments[a].ToArray();
            Assert.Equal(positions.Distinct().Order(), positions);
            Assert.InRange(positions[^1], 10, 279);
        }
    }

    [Fact]
    public void Every_unit_is_drawn_as_often_as_the_others()
    {
        var assignments = Of(40, 15, sampleSize: 20_001);
        var counts = new int[40];
        for (var a = 1; a < assignments.Count; a++)
        {
            foreach (var unit in assignments[a])
            {
                counts[unit]++;
            }
        }

        // Expected 20 000 × 15/40 = 7500, standard deviation √(20 000 × 0.375 × 0.625) = 68.5; five of them.
        Assert.All(counts, count => Assert.InRange(count, 7500 - 343, 7500 + 343));
    }

    [Fact]
    public void The_same_seed_gives_the_same_sample_and_a_longer_one_begins_with_it()
    {
        var shorter = Of(60, 20, sampleSize: 50);
        var longer = Of(60, 20, sampleSize: 80);
        var otherSeed = Of(60, 20, sampleSize: 50, seed: 2);

        Assert.All(Enumerable.Range(0, 50), a => Assert.Equal(shorter[a].ToArray(), longer[a].ToArray()));
        Assert.Contains(Enumerable.Range(1, 49), a => !shorter[a].SequenceEqual(otherSeed[a]));
    }

    [Fact]
    public void Few_controls_among_many_treated_are_sampled_when_the_list_would_be_too_long()
    {
        // C(1400, 2) = 979 300 choices, but 979 300 × 1398 positions would take 5 GB.
        Assert.Equal(1000, Of(1400, 1398, sampleSize: 1000).Count);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(3, 3)]
    public void A_design_without_both_groups_is_refused(int units, int treated) =>
        Assert.Throws<ArgumentException>(() => Of(units, treated));

    [Fact]
    public void The_number_of_choices_is_exact_beyond_64_bits() =>
        // C(100, 50), OEIS A000984
        Assert.Equal(BigInteger.Parse("100891344545564193334812497256", System.Globalization.CultureInfo.InvariantCulture), Assignments.Choose(100, 50));

    private static Assignments Of(int units, int treated, int sampleSize = 1000, ulong seed = 1) =>
        Assignments.Of([.. Enumerable.Range(0, units).Select(unit => unit < treated)], sampleSize, seed);

    private static ulong Mask(ReadOnlySpan<int> positions)
    {
        var mask = 0UL;
        foreach (var position in positions)
        {
            mask |= 1UL << position;
        }

        return mask;
    }
}
