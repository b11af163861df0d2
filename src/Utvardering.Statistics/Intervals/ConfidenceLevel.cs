namespace Utvardering.Statistics.Intervals;

internal static class ConfidenceLevel
{
    /// <summary>α / 2: the chance left outside each end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside (0, 1).</exception>
    public static double TailOf(double confidence) => confidence is > 0 and < 1
        ? (1 - confidence) / 2
        : throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "The confidence must lie between 0 and 1, such as 0.95.");
}
