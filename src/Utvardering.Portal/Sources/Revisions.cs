using Utvardering.Warehouse.Vintages;

namespace Utvardering.Portal.Sources;

/// <summary>What a vintage changed against the one before it.</summary>
/// <param name="State">Whether it is known.</param>
/// <param name="Diff">The change; null where it is not known.</param>
public sealed record Revisions(RevisionState State, VintageDiff? Diff);
