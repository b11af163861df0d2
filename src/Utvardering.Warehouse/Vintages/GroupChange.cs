namespace Utvardering.Warehouse.Vintages;

/// <summary>How many rows changed in a group of keys.</summary>
/// <param name="Group">The group's values, in the order of <see cref="VintageDiff.By"/>; null where the key is empty.</param>
public sealed record GroupChange(IReadOnlyList<string?> Group, long Added, long Removed, long Revised);
