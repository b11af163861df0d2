using System.Collections.Immutable;
using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Rates;

/// <summary>The rate a population would have with the standard population's composition: y = Σ wᵢ xᵢ, wᵢ = sᵢ / (nᵢ Σ s).</summary>
public sealed record DirectlyStandardisedRate
{
    /// <summary>Below this many events health authorities withhold the figure: it says more about chance than about the population.</summary>
    public const int FewestEvents = 10;

    private DirectlyStandardisedRate(long count, double population, double rate, double variance, double largestWeight) =>
        (Count, Population, Rate, Variance, LargestWeight) = (count, population, rate, variance, largestWeight);

    /// <summary>All events.</summary>
    public long Count { get; }

    /// <summary>All exposure.</summary>
    public double Population { get; }

    /// <summary>The standardised rate per unit of exposure.</summary>
    public double Rate { get; }

    /// <summary>Its variance, Σ wᵢ² xᵢ.</summary>
    public double Variance { get; }

    /// <summary>The largest wᵢ: what one more event in the rarest stratum would add.</summary>
    public double LargestWeight { get; }

    /// <summary>The rate before standardisation.</summary>
    public double Crude => Count / Population;

    /// <summary>Whether there are too few events to publish the rate by; see <see cref="FewestEvents"/>.</summary>
    public bool HasFewEvents => Count < FewestEvents;

    /// <summary>Standardises.</summary>
    /// <exception cref="ArgumentException">No strata, a negative count, or a stratum without population; the message names it.</exception>
    public static DirectlyStandardisedRate Of(ImmutableArray<StandardStratum> strata)
    {
        foreach (var stratum in strata.Where(stratum => stratum.Count < 0 || !(stratum.Population > 0) || !(stratum.Standard >= 0)))
        {
            throw new ArgumentException($"The stratum \"{stratum.Name}\" has a negative count, no population or a negative standard population: merge it with its neighbour or correct it.");
        }

        var standard = strata.Sum(stratum => stratum.Standard);
        if (!(standard > 0))
        {
            throw new ArgumentException("Standardisation needs at least one stratum with a positive standard population.");
        }

        double rate = 0, variance = 0, largest = 0;
        foreach (var stratum in strata)
        {
            var weight = stratum.Standard / (stratum.Population * standard);
            rate += weight * stratum.Count;
            variance += weight * weight * stratum.Count;
            largest = Math.Max(largest, weight);
        }

        return new(strata.Sum(stratum => stratum.Count), strata.Sum(stratum => stratum.Population), rate, variance, largest);
    }

    /// <summary>The interval that holds its coverage however uneven the weights are.</summary>
    /// <remarks>
    /// Fay and Feuer (1997), "Confidence Intervals for Directly Standardized Rates: A Method Based on the Gamma Distribution", equations 3 and 8 with the
    /// largest weight in the upper end.
    /// </remarks>
    /// <param name="confidence">The coverage, such as 0.95.</param>
    /// <param name="scale">As in <see cref="CountedRate.Value"/>.</param>
    public ConfidenceInterval FayFeuer(double confidence, double scale = 1)
    {
        var tail = ConfidenceLevel.TailOf(confidence);

        // L = (v / y) Γ⁻¹(α/2; y²/v) and U = ((v + w²) / (y + w)) Γ⁻¹(1 − α/2; (y + w)²/(v + w²)) with w the largest weight
        var (rate, variance) = (Rate + LargestWeight, Variance + (LargestWeight * LargestWeight));
        return new(
            Count == 0 ? 0 : Variance / Rate * Quantile.GammaLower(tail, Rate * Rate / Variance) * scale,
            variance / rate * Quantile.GammaUpper(tail, rate * rate / variance) * scale,
            confidence);
    }

    /// <summary>The interval of the total count, moved to the standardised rate; as health authorities publish it.</summary>
    /// <remarks>Dobson, Kuulasmaa, Eberle and Scherer (1991), "Confidence Intervals for Weighted Sums of Poisson Parameters", with <see cref="PoissonInterval.Published"/>.</remarks>
    /// <param name="confidence">The coverage, such as 0.95.</param>
    /// <param name="scale">As in <see cref="CountedRate.Value"/>.</param>
    public ConfidenceInterval Dobson(double confidence, double scale = 1)
    {
        // y + √(v / x) (X_L − x) and y + √(v / x) (X_U − x); at no events √(v / x) is taken as the largest weight
        var count = PoissonInterval.Published(Count, confidence);
        var spread = Count == 0 ? LargestWeight : Math.Sqrt(Variance / Count);
        return new((Rate + (spread * (count.Low - Count))) * scale, (Rate + (spread * (count.High - Count))) * scale, confidence);
    }
}
