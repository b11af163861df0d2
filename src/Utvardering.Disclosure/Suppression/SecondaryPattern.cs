namespace Utvardering.Disclosure.Suppression;

/// <summary>Searches for a cheap safe pattern.</summary>
internal sealed class SecondaryPattern(FrequencyTable table, CandidateOrder order, IReadOnlyCollection<int> primary, ProtectionRequirement protection, long least)
{
    // Patterns tried × cells of the table: a second or so, whatever the size.
    private const int MostWork = 20_000;

    /// <summary>Whether each cell is suppressed in the cheapest pattern that was found.</summary>
    /// <remarks>
    /// The elimination keeps the dearest cells and so may suppress several cheap ones for one that is dearer, but less than they together. So each
    /// secondary cell is kept by force in turn, the dearest first, and stays so where that makes the whole cheaper.
    /// </remarks>
    /// <exception cref="Warehouse.InputException">A sensitive cell can't be protected.</exception>
    public bool[] Cheapest()
    {
        var best = Safe(order);
        var kept = new List<int>();
        var work = table.Shape.Cells;
        for (var isBetter = true; isBetter;)
        {
            isBetter = false;
            foreach (var cell in Secondary(best).ToList())
            {
                work += table.Shape.Cells;
                if (work > MostWork)
                {
                    return best;
                }

                if (best[cell] && Safe(order.Keeping([.. kept, cell])) is var pattern && Cost(pattern) < Cost(best))
                {
                    (best, isBetter) = (pattern, true);
                    kept.Add(cell);
                }
            }
        }

        return best;
    }

    /// <summary>The cost of the secondary cells.</summary>
    public double Cost(bool[] hidden) => Secondary(hidden).Sum(cell => order.Costs[cell]);

    private bool[] Safe(CandidateOrder tried)
    {
        var hidden = GaussianElimination.Choose(table, primary, tried);
        new PatternRepair(table, tried, primary, protection, least).Repair(hidden);
        return hidden;
    }

    private IEnumerable<int> Secondary(bool[] hidden) => order.DearestFirst.Where(cell => hidden[cell] && !primary.Contains(cell));
}
