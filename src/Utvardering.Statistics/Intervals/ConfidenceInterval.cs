namespace Utvardering.Statistics.Intervals;

/// <summary>A closed interval with its confidence; an end may be infinite.</summary>
/// <param name="Low">The lower end, in the unit of the estimate.</param>
/// <param name="High">The upper end, in the unit of the estimate.</param>
/// <param name="Confidence">The nominal coverage, 1 − α, such as 0.95.</param>
public readonly record struct ConfidenceInterval(double Low, double High, double Confidence)
{
    /// <summary>Whether both ends are finite.</summary>
    public bool IsBounded => double.IsFinite(Low) && double.IsFinite(High);

    /// <summary>Whether the value lies in the interval, ends included.</summary>
    public bool Contains(double value) => Low <= value && value <= High;
}
