namespace Utvardering.SampleData.Settings;

/// <summary>How a planted effect changes the mean of its outcome.</summary>
public enum EffectChange
{
    /// <summary>The mean is multiplied by one plus the size.</summary>
    Ratio,

    /// <summary>The size is added to the mean, in the outcome's own unit (days, percentage points).</summary>
    Add,

    /// <summary>The mean is multiplied by one plus the size, once more for every year that ends: a trend, not a programme's effect.</summary>
    RatioPerYear,
}
