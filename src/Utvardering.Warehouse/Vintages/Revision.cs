namespace Utvardering.Warehouse.Vintages;

/// <summary>One number that became another.</summary>
/// <param name="Key">The row's key, column by column.</param>
/// <param name="Relative">The change as a share of the earlier number; null where that was 0.</param>
public sealed record Revision(IReadOnlyDictionary<string, string?> Key, string Column, double From, double To, double Change, double? Relative);
