using Utvardering.Warehouse;

namespace Utvardering.Disclosure.Suppression;

/// <summary>Decides which cells of a table of counts may be published, so that no suppressed count can be derived from the others.</summary>
/// <remarks>
/// The cell suppression problem of Fischetti and Salazar (2001), by a heuristic in three steps: primary cells by the rule; secondary cells by
/// Gaussian elimination (Langsrud 2024); then an audit by integer programs of what an attacker can derive, and more secondary cells by linear
/// programs where it finds too little doubt. What comes out is safe against the attacker of <see cref="DisclosureAudit"/>; it need not be the
/// cheapest pattern. The same table and options give the same pattern.
/// </remarks>
public static class CellSuppression
{
    /// <summary>Suppresses a table.</summary>
    /// <exception cref="InputException">Cells that must be shown make it impossible to protect a sensitive one; it is named.</exception>
    /// <exception cref="ArgumentException">A cost is negative or not a number.</exception>
    public static SuppressionResult Suppress(FrequencyTable table, SuppressionOptions options)
    {
        var order = new CandidateOrder(table, options.Cost);
        var primary = options.Rule.Cells(table).ToHashSet();
        var least = options.RuleIsKnown ? LeastHidden(table, order, primary) : 0;
        var search = new SecondaryPattern(table, order, primary, options.Protection, least);
        var hidden = search.Cheapest();

        var audit = DisclosureAudit.Of(table, Suppressed(hidden), least);
        var bounds = audit.Cells.ToDictionary(cell => cell.Cell);
        return new(
            [.. hidden.Select((isHidden, cell) => new CellResult(
                table.Shape.Codes(cell),
                table.Counts[cell],
                primary.Contains(cell) ? CellStatus.Primary : isHidden ? CellStatus.Secondary : CellStatus.Published,
                bounds.GetValueOrDefault(cell)))],
            audit,
            DisclosureAudit.Of(table, primary, least),
            least,
            search.Cost(hidden));
    }

    // Where no zero is or may be suppressed, whoever knows the rule knows that suppressed counts are 1 or more.
    private static long LeastHidden(FrequencyTable table, CandidateOrder order, HashSet<int> primary) =>
        Enumerable.Range(0, table.Shape.Cells).Any(cell => table.Counts[cell] == 0 && (primary.Contains(cell) || order.MayHide(cell))) ? 0 : 1;

    private static IEnumerable<int> Suppressed(bool[] hidden) => hidden.Index().Where(cell => cell.Item).Select(cell => cell.Index);
}
