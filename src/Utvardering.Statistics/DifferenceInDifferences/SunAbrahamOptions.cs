namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>How the interaction-weighted regression is fitted.</summary>
public sealed record SunAbrahamOptions : PanelRegressionOptions
{
    private readonly int reference = -1;

    /// <summary>The time since treatment that all others are held against.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not before treatment.</exception>
    public int Reference
    {
        get => reference;
        init => reference = value < 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The reference lies before treatment, such as −1, the last period before it.");
    }
}
