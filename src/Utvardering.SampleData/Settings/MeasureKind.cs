namespace Utvardering.SampleData.Settings;

internal enum MeasureKind
{
    /// <summary>The level is per 100 children aged 0–20 and quarter.</summary>
    Count,

    /// <summary>The level is per cent of the investigations ended.</summary>
    Share,

    /// <summary>The level is the figure itself: a median or mean over all ages and both sexes.</summary>
    Figure,
}
