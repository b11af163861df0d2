using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Rates;

/// <summary>A rate as it was counted: events over exposure. The rate of a group is the sum of counts over the sum of exposures.</summary>
public sealed record CountedRate
{
    /// <summary>Makes a rate of its two parts.</summary>
    /// <param name="count">The number of events.</param>
    /// <param name="exposure">The exposure in person-months, or whatever unit both rates of a comparison share.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative count, an exposure that is not a positive number.</exception>
    public CountedRate(long count, double exposure)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (!(exposure > 0 && double.IsFinite(exposure)))
        {
            throw new ArgumentOutOfRangeException(nameof(exposure), exposure, "The exposure must be a positive number.");
        }

        Count = count;
        Exposure = exposure;
    }

    /// <summary>The number of events.</summary>
    public long Count { get; }

    /// <summary>The exposure, in the unit it was given.</summary>
    public double Exposure { get; }

    /// <summary>Count / exposure × scale.</summary>
    /// <param name="scale">1 200 000 makes counts over person-months a rate per 100 000 inhabitants and year.</param>
    public double Value(double scale = 1) => Count / Exposure * scale;

    /// <summary>The exact interval of the rate; see <see cref="PoissonInterval.Garwood"/>.</summary>
    public ConfidenceInterval Garwood(double confidence, double scale = 1) => Scaled(PoissonInterval.Garwood(Count, confidence), scale);

    /// <summary>Byar's interval of the rate; see <see cref="PoissonInterval.Byar"/>.</summary>
    public ConfidenceInterval Byar(double confidence, double scale = 1) => Scaled(PoissonInterval.Byar(Count, confidence), scale);

    private ConfidenceInterval Scaled(ConfidenceInterval count, double scale) =>
        new(count.Low / Exposure * scale, count.High / Exposure * scale, count.Confidence);
}
