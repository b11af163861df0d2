using System.Collections.Immutable;

namespace Utvardering.Disclosure.Suppression;

/// <summary>A safe way to publish a table.</summary>
/// <param name="Cells">What becomes of each cell, in the table's order.</param>
/// <param name="Audit">What can be derived of the suppressed cells.</param>
/// <param name="PrimaryOnly">What could be derived if the primary cells alone were suppressed: why there are secondary ones.</param>
/// <param name="LeastHidden">The least that a suppressed count can be, as the attacker of both audits knows it.</param>
/// <param name="SecondaryCost">The cost of the secondary cells.</param>
public sealed record SuppressionResult(ImmutableArray<CellResult> Cells, AuditResult Audit, AuditResult PrimaryOnly, long LeastHidden, double SecondaryCost)
{
    /// <summary>The numbers of the cells with a status.</summary>
    public IEnumerable<int> With(CellStatus status) => Cells.Index().Where(cell => cell.Item.Status == status).Select(cell => cell.Index);
}
