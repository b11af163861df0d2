using System.Collections.Immutable;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Tests.DifferenceInDifferences;

public class RelativeEffectTests
{
    [Fact]
    public void Effect_is_relative_to_what_the_treated_would_have_had()
    {
        // Treated 15 → 14, controls 6 → 8: estimate −3, counterfactual 15 + 2 = 17, relative −3/17.
        // Ends −6 and 2: −6 / (14 + 6) = −0.3 and 2 / (14 − 2) = 1/6.
        var effect = RelativeEffect.Of(Estimate(15, 14, 6, 8), new(-6, 2, 0.95));

        Assert.Equal(-3.0 / 17, effect.Ratio, 12);
        Assert.Equal(-0.3, effect.Interval.Low, 12);
        Assert.Equal(1.0 / 6, effect.Interval.High, 12);
        Assert.Equal(0.95, effect.Interval.Confidence);
        Assert.Empty(effect.Warnings);
    }

    [Fact]
    public void An_end_equal_to_the_estimate_maps_to_the_relative_effect()
    {
        var estimate = Estimate(15, 14, 6, 8);
        var effect = RelativeEffect.Of(estimate, new(estimate.Estimate, estimate.Estimate, 0.95));

        Assert.Equal(effect.Ratio, effect.Interval.Low, 12);
        Assert.Equal(effect.Ratio, effect.Interval.High, 12);
    }

    [Fact]
    public void Unbounded_ends_are_minus_one_and_infinity() =>
        Assert.Equal(
            new ConfidenceInterval(-1, double.PositiveInfinity, 0.95),
            RelativeEffect.Of(Estimate(15, 14, 6, 8), new(double.NegativeInfinity, double.PositiveInfinity, 0.95)).Interval);

    [Fact]
    public void An_upper_end_that_leaves_no_counterfactual_is_infinite() =>
        Assert.Equal(double.PositiveInfinity, RelativeEffect.Of(Estimate(15, 14, 6, 8), new(-6, 14, 0.95)).Interval.High);

    [Fact]
    public void A_counterfactual_that_is_not_positive_has_no_relative_effect()
    {
        // Treated before 1, control change −3: counterfactual −2.
        var effect = RelativeEffect.Of(Estimate(1, 1, 5, 2), new(0, 6, 0.95));

        Assert.Equal(double.NaN, effect.Ratio);
        Assert.Equal(new(EstimationWarningKind.CounterfactualNotPositive, Value: -2, Limit: 0), Assert.Single(effect.Warnings));
    }

    private static TwoByTwoEstimate Estimate(double treatedBefore, double treatedAfter, double controlBefore, double controlAfter)
    {
        return TwoByTwo.Estimate(Window(2022, treatedBefore, controlBefore), Window(2024, treatedAfter, controlAfter), ["t"]);

        static WindowSummary Window(int year, double treated, double control)
        {
            ImmutableArray<WindowValue> units = [new("c", control, 1), new("t", treated, 1)];
            return new(new(new(year, 1, 1), new(year, 1, 1)), PeriodGrain.Year, 1, units);
        }
    }
}
