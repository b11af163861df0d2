using System.Collections.Immutable;
using Utvardering.Statistics.MultipleTesting;
using Utvardering.Statistics.Random;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.MultipleTesting;

public class PValueAdjustmentTests
{
    private static readonly Dictionary<string, Func<ImmutableArray<double>, ImmutableArray<double>>> Methods = new()
    {
        ["holm"] = PValueAdjustment.Holm,
        ["hochberg"] = PValueAdjustment.Hochberg,
        ["hommel"] = PValueAdjustment.Hommel,
        ["bonferroni"] = PValueAdjustment.Bonferroni,
        ["BH"] = PValueAdjustment.BenjaminiHochberg,
        ["BY"] = PValueAdjustment.BenjaminiYekutieli,
    };

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var family in new[] { "bh1995", "ties_zeros_ones", "with_missing" })
        {
            foreach (var method in Methods.Keys)
            {
                cases.Add(family, method);
            }
        }

        return cases;
    }

    [SharedDataTheory]
    [MemberData(nameof(Cases))]
    public void Equals_p_adjust_of_R(string family, string method)
    {
        var expected = new Oracle("09_multiple_testing").Expected();
        var tolerance = expected.GetProperty("tolerances").GetProperty("all").GetProperty("abs").GetDouble();
        var p = Oracle.Numbers(expected.GetProperty(family).GetProperty("p"));
        var adjusted = Oracle.Numbers(expected.GetProperty(family).GetProperty("adjusted").GetProperty(method));

        var actual = Methods[method]([.. p]);

        Assert.Equal(adjusted.Length, actual.Length);
        Assert.All(adjusted.Zip(actual), pair => Assertion.Near(pair.First, pair.Second, tolerance));
    }

    [Fact]
    public void Three_tests_worked_by_hand()
    {
        // p = 0.03, 0.01, 0.04.   Holm: 0.01 × 3, then max(0.03, 0.03 × 2), then max(0.06, 0.04 × 1).
        // BH: 0.04 × 3/3, then min(0.04, 0.03 × 3/2), then min(0.04, 0.01 × 3/1).
        Near([0.06, 0.03, 0.06], PValueAdjustment.Holm([0.03, 0.01, 0.04]));
        Near([0.04, 0.03, 0.04], PValueAdjustment.BenjaminiHochberg([0.03, 0.01, 0.04]));

        static void Near(double[] expected, ImmutableArray<double> actual) =>
            Assert.All(expected.Zip(actual), pair => Assertion.Near(pair.First, pair.Second, 1e-15));
    }

    [Fact]
    public void Stricter_methods_give_larger_values_and_none_falls_below_the_raw() => Property.HoldsForEverySeed(seed =>
    {
        var random = new RandomSequence(seed, 0);
        ImmutableArray<double> p = [.. Enumerable.Range(0, 1 + random.NextBelow(12)).Select(_ => random.NextDouble())];
        var (holm, hochberg) = (PValueAdjustment.Holm(p), PValueAdjustment.Hochberg(p));
        var (bh, by) = (PValueAdjustment.BenjaminiHochberg(p), PValueAdjustment.BenjaminiYekutieli(p));

        return Enumerable.Range(0, p.Length).All(test =>
            holm[test] >= hochberg[test] && hochberg[test] >= bh[test] && by[test] >= bh[test] && bh[test] >= p[test] && holm[test] <= 1 && by[test] <= 1);
    });

    [Fact]
    public void No_tests_give_no_values() => Assert.Empty(PValueAdjustment.Holm([]));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void A_value_outside_zero_to_one_is_refused(double p) =>
        Assert.Contains("number 1", Assert.Throws<ArgumentException>(() => PValueAdjustment.Holm([0.5, p])).Message, StringComparison.Ordinal);
}
