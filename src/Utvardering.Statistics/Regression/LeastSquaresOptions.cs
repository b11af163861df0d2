namespace Utvardering.Statistics.Regression;

/// <summary>How a regression is fitted.</summary>
public sealed record LeastSquaresOptions
{
    /// <summary>What the method is called in results.</summary>
    public string Method { get; init; } = "ordinary least squares";

    /// <summary>Positive weights, one for each row; null: all 1. The array is read, never written.</summary>
    public double[]? Weights { get; init; }
}
