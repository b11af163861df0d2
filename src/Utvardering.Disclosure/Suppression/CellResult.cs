using System.Collections.Immutable;

namespace Utvardering.Disclosure.Suppression;

/// <summary>What becomes of a cell, and what can be derived of it if it is suppressed.</summary>
/// <param name="Codes">The cell's codes, in the order of the dimensions.</param>
/// <param name="Count">Its count, which may not leave unless it is published.</param>
/// <param name="Status">What becomes of it. A release must not tell primary from secondary: the difference tells of the count.</param>
/// <param name="Bounds">What can be derived of it, with the equations that do; null for a published cell.</param>
public sealed record CellResult(ImmutableArray<string> Codes, long Count, CellStatus Status, CellBounds? Bounds);
