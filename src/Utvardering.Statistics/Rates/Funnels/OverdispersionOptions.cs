namespace Utvardering.Statistics.Rates;

/// <summary>The choices of an over-dispersed funnel.</summary>
public sealed record OverdispersionOptions
{
    /// <summary>The scale of the z-scores.</summary>
    public FunnelScale Scale { get; init; } = FunnelScale.RootRatio;

    /// <summary>What is done with extreme units.</summary>
    public OutlierTreatment Outliers { get; init; } = OutlierTreatment.Winsorise;

    /// <summary>The share at each end that counts as extreme, 0 … 0.5.</summary>
    public double ExtremeShare { get; init; } = 0.1;
}
