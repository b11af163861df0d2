using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Checks;

/// <summary>One thing wrong in a body.</summary>
/// <param name="Rule">Which rule it breaks: <c>type</c>, <c>required</c>, <c>codes</c>, <c>primaryKey</c> …</param>
/// <param name="Row">As an editor numbers the rows of a file, the header being 1; the item's number in a web answer; null for the whole body.</param>
/// <param name="Column">As the body names it; null for the whole row or body.</param>
/// <param name="Value">What stands there, cut to 80 characters.</param>
public sealed record Problem(string Rule, long? Row, string? Column, string? Value, LocalText Message, LocalText Remedy);
