using MathNet.Numerics.Distributions;
using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Rates;

/// <summary>The ratio of two rates of independent Poisson counts.</summary>
/// <remarks>
/// Given the total, the first count is binomial with odds equal to ratio × exposure₁ / exposure₂, whatever the level of the rates:
/// Przyborowski and Wilenski (1940), "Homogeneity of Results in Testing Samples from Poisson Series".
/// </remarks>
/// <param name="First">The rate above the line.</param>
/// <param name="Second">The rate below the line, in the same unit of exposure.</param>
public sealed record RateRatio(CountedRate First, CountedRate Second)
{
    // Probabilities that are equal on paper differ by rounding: the relative slack R's binom.test and poisson.test use.
    private const double Slack = 1e-7;

    /// <summary>The estimate; +∞ over a count of zero, <see cref="double.NaN"/> when both counts are zero.</summary>
    public double Estimate => First.Value() / Second.Value();

    /// <summary>The exact conditional interval: Clopper and Pearson's for the first count's share, turned into a ratio. All of [0, ∞] when both counts are zero.</summary>
    /// <param name="confidence">The coverage, such as 0.95.</param>
    public ConfidenceInterval ExactInterval(double confidence)
    {
        var total = First.Count + Second.Count;
        if (total == 0)
        {
            _ = ConfidenceLevel.TailOf(confidence);
            return new(0, double.PositiveInfinity, confidence);
        }

        var share = BinomialInterval.ClopperPearson(First.Count, total, confidence);
        return new(RatioOf(share.Low), RatioOf(share.High), confidence);
    }

    /// <summary>The large-sample interval on the log scale, exp(log ratio ± z √(1/x₁ + 1/x₂)); null when a count is zero.</summary>
    /// <param name="confidence">The coverage, such as 0.95.</param>
    public ConfidenceInterval? WaldInterval(double confidence)
    {
        var z = Quantile.Normal(1 - ConfidenceLevel.TailOf(confidence));
        if (First.Count == 0 || Second.Count == 0)
        {
            return null;
        }

        var error = Math.Sqrt((1.0 / First.Count) + (1.0 / Second.Count));
        return new(Estimate * Math.Exp(-z * error), Estimate * Math.Exp(z * error), confidence);
    }

    /// <summary>
    /// The exact two-sided p-value of a ratio of one: the probability, given the total, of all splits no more likely than the observed.
    /// It can contradict <see cref="ExactInterval"/> near the level, since the interval splits α evenly between its ends.
    /// </summary>
    /// <exception cref="OverflowException">The counts add up to more than 2³¹ − 1.</exception>
    public double PTwoSided
    {
        get
        {
            var total = checked((int)(First.Count + Second.Count));
            var split = new Binomial(First.Exposure / (First.Exposure + Second.Exposure), total);
            var observed = split.Probability((int)First.Count) * (1 + Slack);
            return Math.Min(1, Enumerable.Range(0, total + 1).Select(split.Probability).Where(probability => probability <= observed).Sum());
        }
    }

    // share / (1 − share) = ratio × exposure₁ / exposure₂
    private double RatioOf(double share) => share / (1 - share) * (Second.Exposure / First.Exposure);
}
