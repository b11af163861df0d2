using System.Collections.Immutable;

namespace Utvardering.Disclosure.Suppression;

/// <summary>What an attacker can derive of each suppressed cell.</summary>
/// <param name="Cells">The suppressed cells, rising.</param>
public sealed record AuditResult(ImmutableArray<CellBounds> Cells)
{
    /// <summary>The cells of which only one count is possible.</summary>
    public IEnumerable<CellBounds> ExactlyDisclosed => Cells.Where(cell => cell.IsExactlyDisclosed);
}
