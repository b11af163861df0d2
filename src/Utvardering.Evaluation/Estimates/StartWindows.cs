namespace Utvardering.Evaluation.Estimates;

/// <summary>The treated that start in one period, and the windows around it.</summary>
/// <param name="Windows">The windows.</param>
/// <param name="Municipalities">Their codes, in order.</param>
internal sealed record StartWindows(Windows Windows, IReadOnlyList<string> Municipalities)
{
    public bool Equals(StartWindows? other) => other is not null && Windows == other.Windows && Municipalities.SequenceEqual(other.Municipalities, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Windows, Municipalities.Count);
}
