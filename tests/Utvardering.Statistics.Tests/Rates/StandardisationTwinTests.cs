using System.Collections.Immutable;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.Rates;

namespace Utvardering.Statistics.Tests.Rates;

/// <summary>Standardised rates against the papers' formulas, with gamma quantiles by halving a power series.</summary>
public class StandardisationTwinTests
{
    // Φ⁻¹(0.975), from tables.
    private const double Z = 1.959963984540054;

    [Fact]
    public void Direct_rates_equal_Fay_and_Feuer_s_and_Dobson_s_formulas() => Property.HoldsForEverySeed(
        seed =>
        {
            var strata = Case(seed);
            var standard = strata.Sum(stratum => stratum.Standard);
            double[] w = [.. strata.Select(stratum => stratum.Standard / standard / stratum.Population)];
            var y = strata.Select((stratum, i) => w[i] * stratum.Count).Sum();
            var v = strata.Select((stratum, i) => w[i] * w[i] * stratum.Count).Sum();
            var (k, total) = (w.Max(), strata.Sum(stratum => stratum.Count));
            var (low, high) = Published(total);
            var actual = DirectlyStandardisedRate.Of(strata);
            var (gamma, dobson) = (actual.FayFeuer(0.95, 1000), actual.Dobson(0.95, 1000));
            return Assertion.IsNear(y, actual.Rate, 1e-12) && Assertion.IsNear(v, actual.Variance, 1e-12)
                && Assertion.IsNear(1000 * v / y * Gamma(y * y / v, 0.025), gamma.Low, 1e-8)
                && Assertion.IsNear(1000 * (v + (k * k)) / (y + k) * Gamma((y + k) * (y + k) / (v + (k * k)), 0.975), gamma.High, 1e-8)
                && Assertion.IsNear(1000 * (y + (Math.Sqrt(v / total) * (low - total))), dobson.Low, 1e-8)
                && Assertion.IsNear(1000 * (y + (Math.Sqrt(v / total) * (high - total))), dobson.High, 1e-8);
        },
        cases: 60);

    [Fact]
    public void Indirect_ratios_equal_observed_over_expected_with_Garwood_s_and_Byar_s_formulas() => Property.HoldsForEverySeed(
        seed =>
        {
            var strata = Case(seed);
            var observed = strata.Sum(stratum => stratum.Count);
            ImmutableArray<ReferenceStratum> reference = [.. strata.Select(stratum => new ReferenceStratum(stratum.Name, stratum.Population, 3 + stratum.Count, stratum.Standard))];
            var expected = 0.0;
            foreach (var stratum in reference)
            {
                expected += stratum.ReferenceCount / stratum.ReferencePopulation * stratum.Population;
            }

            var actual = StandardisedRatio.Of(observed, reference);
            var (low, high) = Published(observed);
            var crude = reference.Sum(stratum => stratum.ReferenceCount) / reference.Sum(stratum => stratum.ReferencePopulation);
            return Assertion.IsNear(observed / expected, actual.Ratio, 1e-10) && Assertion.IsNear(observed / expected * crude, actual.Rate(), 1e-10)
                && Assertion.IsNear(Gamma(observed, 0.025) / expected, actual.Exact(0.95).Low, 1e-10) && Assertion.IsNear(Gamma(observed + 1, 0.975) / expected, actual.Exact(0.95).High, 1e-10)
                && Assertion.IsNear(low / expected, actual.Published(0.95).Low, 1e-10) && Assertion.IsNear(high / expected, actual.Published(0.95).High, 1e-10)
                && Assertion.IsNear(observed / expected * Math.Exp(-Z / Math.Sqrt(observed)), actual.LogWald(0.95)!.Value.Low, 1e-10);
        },
        cases: 60);

    private static ImmutableArray<StandardStratum> Case(ulong seed)
    {
        var random = new RandomSequence(seed, 0);
        return [.. Enumerable.Range(0, 2 + random.NextBelow(5)).Select(i =>
            new StandardStratum($"{i}", (i == 0 ? 1 : 0) + random.NextBelow(seed % 2 == 0 ? 4 : 30), 100 + random.NextBelow(900), 50 + random.NextBelow(500)))];
    }

    // Exact below ten events, Byar's cubes from ten.
    private static (double Low, double High) Published(long x) => x < 10
        ? (Gamma(x, 0.025), Gamma(x + 1, 0.975))
        : (x * Math.Pow(1 - (1.0 / (9 * x)) - (Z / (3 * Math.Sqrt(x))), 3), (x + 1) * Math.Pow(1 - (1.0 / (9 * (x + 1))) + (Z / (3 * Math.Sqrt(x + 1.0))), 3));

    // The x with P(shape, x) = p: P(a, x) = xᵃ e⁻ˣ Σ xⁿ / Γ(a + n + 1).
    private static double Gamma(double shape, double p)
    {
        var (low, high) = (0.0, 10 + (5 * shape));
        for (var halving = 0; halving < 200; halving++)
        {
            var middle = (low + high) / 2;
            var term = Math.Exp((shape * Math.Log(middle)) - middle - MathNet.Numerics.SpecialFunctions.GammaLn(shape + 1));
            var sum = 0.0;
            for (var n = 1; n < 5000 && term > 1e-18 * sum; n++)
            {
                sum += term;
                term *= middle / (shape + n);
            }

            (low, high) = sum < p ? (middle, high) : (low, middle);
        }

        return low;
    }
}
