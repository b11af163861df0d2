using System.Collections.Immutable;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>How the imputation estimator is run.</summary>
public sealed record ImputationOptions
{
    private readonly double confidence = 0.95;
    private readonly int leads;

    /// <summary>The names of the panel's covariates to adjust for; they should not react to treatment.</summary>
    public ImmutableArray<string> Covariates { get; init; } = [];

    /// <summary>How many periods before treatment are tested for pre-trends, on untreated cells alone; 0: none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below zero.</exception>
    public int Leads
    {
        get => leads;
        init => leads = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The number of leads is zero or more.");
    }

    /// <summary>The coverage of intervals.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside (0, 1).</exception>
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
