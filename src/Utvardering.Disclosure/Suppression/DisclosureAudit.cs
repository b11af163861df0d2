namespace Utvardering.Disclosure.Suppression;

/// <summary>What an attacker can derive of suppressed cells, however they were chosen.</summary>
/// <remarks>
/// The auditing problem of Fischetti and Salazar (2001) and of Hundepool and others (2012), chapter 4: the least and the most of each suppressed cell
/// over all tables that agree with what is published. The attacker knows the published counts, how the table adds up, and the least that a
/// suppressed count can be; not who was counted, and nothing of other tables.
/// </remarks>
public static class DisclosureAudit
{
    /// <summary>Audits a pattern of suppression.</summary>
    /// <param name="table">The table.</param>
    /// <param name="suppressed">The numbers of the suppressed cells.</param>
    /// <param name="leastHidden">The least that a suppressed count can be, as the attacker knows it: 1 where zeros are always shown.</param>
    /// <exception cref="ArgumentException">A suppressed cell has a count below the least.</exception>
    public static AuditResult Of(FrequencyTable table, IEnumerable<int> suppressed, long leastHidden = 0)
    {
        var hidden = new bool[table.Shape.Cells];
        foreach (var cell in suppressed)
        {
            hidden[cell] = table.Counts[cell] >= leastHidden
                ? true
                : throw new ArgumentException($"{table.Shape.Name(cell)} is suppressed and {table.Counts[cell]}: no attacker can know that such cells are {leastHidden} or more.", nameof(suppressed));
        }

        var view = new AttackerView(table, hidden, leastHidden);
        var isDerivable = GaussianElimination.Derivable(table.Shape, hidden);
        return new([.. Enumerable.Range(0, hidden.Length).Where(cell => hidden[cell]).Select(cell => view.Block(cell).Bounds(cell, isDerivable(cell)))]);
    }
}
