namespace Utvardering.Statistics.Regression;

/// <summary>How a regression with fixed effects is fitted.</summary>
public sealed record FixedEffectsOptions
{
    private readonly int threads = Environment.ProcessorCount;

    /// <summary>What the method is called in results.</summary>
    public string Method { get; init; } = "least squares with fixed effects";

    /// <summary>Positive weights, one for each row; null: all 1. The array is read, never written.</summary>
    public double[]? Weights { get; init; }

    /// <summary>
    /// Whether rows that are alone in their group of an effect are left out, with a warning. They fit perfectly and say nothing of the slopes, but
    /// would count in n and K (Correia 2015, "Singletons, Cluster-Robust Standard Errors and Fixed Effects").
    /// </summary>
    public bool LeaveOutSingletons { get; init; } = true;

    /// <summary>The most threads used; the result does not depend on it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than one.</exception>
    public int Threads
    {
        get => threads;
        init => threads = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one thread is needed.");
    }
}
