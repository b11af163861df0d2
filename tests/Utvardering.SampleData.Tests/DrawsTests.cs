using Utvardering.SampleData.Chances;

namespace Utvardering.SampleData.Tests;

/// <summary>Means and variances of 20 000 cells against theory, within five standard errors.</summary>
public class DrawsTests
{
    private const int Cells = 20_000;

    [Fact]
    public void Normal_numbers_have_mean_0_and_variance_1() => Has(0, 1, draws => draws.Normal());

    [Fact]
    public void Factors_have_mean_1()
    {
        // A lognormal number of mean one has variance exp(σ²) − 1.
        Has(1, Math.Exp(0.09) - 1, draws => draws.Factor(0.3));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(12)]
    [InlineData(399)]
    [InlineData(5000)]
    public void Counts_without_dispersion_have_variance_equal_to_the_mean(double mean) => Has(mean, mean, draws => draws.Count(mean, 0));

    [Fact]
    public void Counts_with_dispersion_have_the_variance_of_the_negative_binomial() =>
        Has(12, 12 + (0.1 * 12 * 12), draws => draws.Count(12, 0.1));

    [Theory]
    [InlineData(40)]
    [InlineData(4000)]
    public void Successes_have_the_moments_of_the_binomial(int trials) =>
        Has(trials * 0.3, trials * 0.3 * 0.7, draws => draws.Successes(trials, 0.3));

    [Fact]
    public void A_cell_draws_the_same_however_often_it_is_asked()
    {
        var chance = new Chance(1, "purpose");
        var first = chance.At(1490, 24291).Uniform();
        chance.At(380, 24291).Normal();
        Assert.Equal(first, chance.At(1490, 24291).Uniform());
    }

    [Fact]
    public void Seed_purpose_unit_and_period_each_change_the_draw()
    {
        double[] draws =
        [
            new Chance(1, "a").At(1, 1).Uniform(), new Chance(2, "a").At(1, 1).Uniform(), new Chance(1UL << 32, "a").At(1, 1).Uniform(),
            new Chance(1, "b").At(1, 1).Uniform(), new Chance(1, "a").At(2, 1).Uniform(), new Chance(1, "a").At(1, 2).Uniform(),
        ];
        Assert.Equal(draws.Length, draws.Distinct().Count());
    }

    [Fact]
    public void No_two_purposes_of_the_world_share_a_number()
    {
        string[] suffixes = ["common path", "level", "own path", "count", "late", "missing", "value", "participation"];
        var purposes = Sample.Behind.Settings.Outcomes.SelectMany(outcome => suffixes.Select(suffix => $"{outcome.Id} {suffix}"))
            .Concat(["population size", "population cohort", "population cell key noise"])
            .ToArray();
        Assert.Equal(purposes.Length, purposes.Select(Chance.Number).Distinct().Count());
    }

    private static void Has(double mean, double variance, Func<Draws, double> draw)
    {
        var chance = new Chance(7, "moments");
        var values = Enumerable.Range(0, Cells).Select(unit => draw(chance.At(unit, 0))).ToArray();
        var found = values.Average();
        Assert.InRange(found, mean - (5 * Math.Sqrt(variance / Cells)), mean + (5 * Math.Sqrt(variance / Cells)));
        // The relative standard error of a variance is near √(2/n) for a normal number; the skewed ones here stay below four times that.
        var spread = values.Sum(value => (value - found) * (value - found)) / (Cells - 1);
        Assert.InRange(spread / variance, 1 - (20 * Math.Sqrt(2.0 / Cells)), 1 + (20 * Math.Sqrt(2.0 / Cells)));
    }
}
