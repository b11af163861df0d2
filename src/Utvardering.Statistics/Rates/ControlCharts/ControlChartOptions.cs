namespace Utvardering.Statistics.Rates;

/// <summary>The choices of a control chart.</summary>
public sealed record ControlChartOptions
{
    /// <summary>Centre and limits rest on this many first points, such as those before a measure began; null: on all.</summary>
    public int? Baseline { get; init; }

    /// <summary>Values and limits are multiplied by this, such as 100 000.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>How many successive points on one side of the centre are a shift.</summary>
    public int ShiftLength { get; init; } = 8;

    /// <summary>How many successive points that rise, or fall, are a trend.</summary>
    public int TrendLength { get; init; } = 6;
}
