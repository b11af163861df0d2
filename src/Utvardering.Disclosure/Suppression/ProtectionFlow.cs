namespace Utvardering.Disclosure.Suppression;

/// <summary>Which cells to suppress so that a sensitive count can be another: those of a cheapest change, in which suppressed cells cost nothing.</summary>
internal sealed class ProtectionFlow(FrequencyTable table, CandidateOrder order, long least)
{
    /// <summary>The cells that change, or null where no change of other cells makes room.</summary>
    /// <remarks>Looked for near the cell first, as many equations away as there are dimensions: that is as far as the cell's own rows and columns cross.</remarks>
    /// <param name="hidden">Whether each cell is suppressed.</param>
    /// <param name="cell">The cell that is to have room.</param>
    /// <param name="amount">By how much its count is to change; not zero.</param>
    public IReadOnlyList<int>? Changes(bool[] hidden, int cell, long amount)
    {
        var near = new bool[hidden.Length];
        near[cell] = true;
        for (var (steps, isWider) = (table.Shape.Dimensions.Length, true); isWider; steps = 1)
        {
            for (var step = 0; step < steps; step++)
            {
                isWider = Widen(near);
            }

            int[] cells = [.. Enumerable.Range(0, hidden.Length).Where(other => other != cell && near[other] && (hidden[other] || order.MayHide(other)))];
            var changes = CheapestChange.Of(
                table.Shape.Equations,
                cells,
                [.. cells.Select(other => hidden[other] ? 0 : order.Costs[other])],
                [.. cells.Select(other => (double)(table.Counts[other] - least))],
                cell,
                amount);
            if (changes is not null)
            {
                return [.. cells.Where((_, place) => changes[place] != 0)];
            }
        }

        return null;
    }

    private bool Widen(bool[] near)
    {
        var before = near.Count(isNear => isNear);
        foreach (var equation in table.Shape.Equations.Where(equation => equation.Terms.Any(term => near[term.Cell])).ToList())
        {
            foreach (var (cell, _) in equation.Terms)
            {
                near[cell] = true;
            }
        }

        return near.Count(isNear => isNear) > before;
    }
}
