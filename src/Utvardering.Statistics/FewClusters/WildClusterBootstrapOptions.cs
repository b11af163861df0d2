using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.FewClusters;

/// <summary>How <see cref="WildClusterBootstrap"/> tests.</summary>
public sealed record WildClusterBootstrapOptions
{
    private readonly int draws = 9999;
    private readonly double confidence = 0.95;

    /// <summary>What residuals are multiplied by.</summary>
    public WildWeights Weights { get; init; } = WildWeights.Rademacher;

    /// <summary>Whether the residuals come from the regression under the hypothesis (WCR, the better test) or without it (WCU).</summary>
    public bool ImposeNull { get; init; } = true;

    /// <summary>β₀, the hypothesised coefficient.</summary>
    public double NullValue { get; init; }

    /// <summary>The number of draws where not all are taken.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 99.</exception>
    public int Draws
    {
        get => draws;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 99);
            draws = value;
        }
    }

    /// <summary>The seed; draw number b uses stream b of it.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>All draws are taken when there are at most so many.</summary>
    public int EnumerationLimit { get; init; } = 1 << 16;

    /// <summary>
    /// Groups within the clusters that each get a weight of their own, for few treated clusters (MacKinnon and Webb 2018); a group for each
    /// row is the ordinary wild bootstrap. Errors stay clustered. Null: the clusters themselves.
    /// </summary>
    public Grouping? Subclusters { get; init; }

    /// <summary>The confidence of the interval.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside (0, 1).</exception>
    public double Confidence
    {
        get => confidence;
        init
        {
            _ = ConfidenceLevel.TailOf(value);
            confidence = value;
        }
    }
}
