namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>How an event-study regression is fitted.</summary>
public sealed record EventStudyRegressionOptions : PanelRegressionOptions
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

    /// <summary>The first time with a coefficient of its own: all earlier ones are taken together with it. Null: no such bin.</summary>
    public int? First { get; init; }

    /// <summary>The last time with a coefficient of its own: all later ones are taken together with it. Null: no such bin.</summary>
    public int? Last { get; init; }

    /// <summary>The time after binning.</summary>
    internal int Bin(int eventTime) => Math.Min(Math.Max(eventTime, First ?? int.MinValue), Last ?? int.MaxValue);
}
