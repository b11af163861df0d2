namespace Utvardering.Disclosure.Suppression;

/// <summary>The threshold rule: counts from 1 to a limit tell of too few persons, in leaves and totals alike; zeros by choice.</summary>
/// <remarks>
/// Hundepool and others (2012), "Statistical Disclosure Control", chapter 5. Rules on who contributes how much (dominance, p %) are for
/// magnitudes and have no place here.
/// </remarks>
/// <param name="Most">The largest count that is sensitive, at least 1: 4 where a group must have 5.</param>
/// <param name="Zeros">Whether a zero is sensitive too: it tells of a whole group that none in it did what is counted.</param>
public sealed record SmallCountRule(long Most, bool Zeros = false)
{
    /// <inheritdoc cref="SmallCountRule(long, bool)" path="/param[@name='Most']"/>
    public long Most { get; } = Most >= 1 ? Most : throw new ArgumentOutOfRangeException(nameof(Most), Most, "A small count is at least 1.");

    /// <summary>Whether a count may not be shown.</summary>
    public bool IsSensitive(long count) => count <= Most && (Zeros || count > 0);

    /// <summary>The cells that may not be shown, rising.</summary>
    public IEnumerable<int> Cells(FrequencyTable table) => Enumerable.Range(0, table.Shape.Cells).Where(cell => IsSensitive(table.Counts[cell]));
}
