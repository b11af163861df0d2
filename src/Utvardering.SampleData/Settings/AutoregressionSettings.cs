namespace Utvardering.SampleData.Settings;

/// <summary>A first-order autoregression of the logarithm.</summary>
internal sealed record AutoregressionSettings
{
    /// <summary>Correlation between one period and the next, from 0 and below 1.</summary>
    public required double Persistence { get; init; }

    /// <summary>Standard deviation of the logarithm in any one period.</summary>
    public required double Spread { get; init; }
}
