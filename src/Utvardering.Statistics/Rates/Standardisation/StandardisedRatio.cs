using System.Collections.Immutable;
using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Rates;

/// <summary>Indirect standardisation: observed events over those the reference population's rates would give (SMR, SIR).</summary>
/// <remarks>
/// Breslow and Day (1987), <i>Statistical Methods in Cancer Research</i> II, section 2.3. Two such ratios are not comparable with each other: each is
/// weighted by its own population.
/// </remarks>
public sealed record StandardisedRatio
{
    private StandardisedRatio(long observed, double expected, double referenceRate) => (Observed, Expected, ReferenceRate) = (observed, expected, referenceRate);

    /// <summary>Events observed.</summary>
    public long Observed { get; }

    /// <summary>Events expected, Σ nᵢ Xᵢ / Nᵢ; taken as known.</summary>
    public double Expected { get; }

    /// <summary>The reference population's crude rate per unit of exposure.</summary>
    public double ReferenceRate { get; }

    /// <summary>Observed / expected.</summary>
    public double Ratio => Observed / Expected;

    /// <summary>Standardises.</summary>
    /// <param name="observed">All events of the population studied; their strata are not needed.</param>
    /// <param name="strata">The strata.</param>
    /// <exception cref="ArgumentException">A negative count, a stratum without reference population, nothing expected.</exception>
    public static StandardisedRatio Of(long observed, ImmutableArray<ReferenceStratum> strata)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(observed);
        foreach (var stratum in strata.Where(stratum => !(stratum.Population >= 0) || !(stratum.ReferenceCount >= 0) || !(stratum.ReferencePopulation > 0)))
        {
            throw new ArgumentException($"The stratum \"{stratum.Name}\" has a negative number or no reference population: merge it with its neighbour or correct it.");
        }

        var expected = strata.Sum(stratum => stratum.Population * stratum.ReferenceCount / stratum.ReferencePopulation);
        return expected > 0
            ? new(observed, expected, strata.Sum(stratum => stratum.ReferenceCount) / strata.Sum(stratum => stratum.ReferencePopulation))
            : throw new ArgumentException("No events are expected in any stratum: the ratio has no meaning.");
    }

    /// <summary>The indirectly standardised rate: ratio × reference rate.</summary>
    /// <param name="scale">As in <see cref="CountedRate.Value"/>.</param>
    public double Rate(double scale = 1) => Ratio * ReferenceRate * scale;

    /// <summary>The exact interval of the ratio; see <see cref="PoissonInterval.Garwood"/>.</summary>
    public ConfidenceInterval Exact(double confidence) => Scaled(PoissonInterval.Garwood(Observed, confidence));

    /// <summary>The interval of the ratio as health authorities publish it; see <see cref="PoissonInterval.Published"/>.</summary>
    public ConfidenceInterval Published(double confidence) => Scaled(PoissonInterval.Published(Observed, confidence));

    /// <summary>Wald's interval of the logarithm, ratio × exp(± z / √observed); null at no events.</summary>
    public ConfidenceInterval? LogWald(double confidence)
    {
        var factor = Math.Exp(Quantile.Normal(1 - ConfidenceLevel.TailOf(confidence)) / Math.Sqrt(Observed));
        return Observed == 0 ? null : new(Ratio / factor, Ratio * factor, confidence);
    }

    private ConfidenceInterval Scaled(ConfidenceInterval count) => new(count.Low / Expected, count.High / Expected, count.Confidence);
}
