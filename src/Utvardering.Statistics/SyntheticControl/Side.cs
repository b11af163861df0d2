namespace Utvardering.Statistics.SyntheticControl;

/// <summary>Which effects a test looks for.</summary>
public enum Side
{
    /// <summary>Effects in either direction.</summary>
    Both,

    /// <summary>A higher outcome.</summary>
    Increase,

    /// <summary>A lower outcome.</summary>
    Decrease,
}
