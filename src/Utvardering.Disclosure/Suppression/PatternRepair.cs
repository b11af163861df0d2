namespace Utvardering.Disclosure.Suppression;

/// <summary>Suppresses what more is needed where counts that are whole and not negative, or a wider interval, ask for more than <see cref="GaussianElimination"/> gives.</summary>
internal sealed class PatternRepair(FrequencyTable table, CandidateOrder order, IReadOnlyCollection<int> primary, ProtectionRequirement protection, long least)
{
    private readonly ProtectionFlow _flow = new(table, order, least);

    /// <summary>Adds to the suppressed cells until all primary ones are safe, then publishes again what is not needed.</summary>
    /// <remarks>
    /// After that no secondary cell is derivable either: one that is protects nothing, and is published. A pattern that the elimination made and
    /// that needs no repair has none to publish.
    /// </remarks>
    /// <param name="hidden">Whether each cell is suppressed; changed here.</param>
    /// <exception cref="Warehouse.InputException">A primary cell can't be protected.</exception>
    public void Repair(bool[] hidden)
    {
        var isChanged = false;
        while (Unsafe(hidden) is { Count: > 0 } cells)
        {
            isChanged = true;
            var before = hidden.Count(isHidden => isHidden);
            foreach (var cell in cells)
            {
                foreach (var other in Cheapest(hidden, cell))
                {
                    hidden[other] = true;
                }
            }

            if (hidden.Count(isHidden => isHidden) == before)
            {
                hidden[Nearest(hidden, cells[0]) ?? throw order.Unprotectable(cells[0])] = true;
            }
        }

        while (isChanged)
        {
            isChanged = PublishWhatIsNotNeeded(hidden);
        }
    }

    private List<int> Unsafe(bool[] hidden)
    {
        var view = new AttackerView(table, hidden, least);
        return [.. primary.Where(cell => !view.Leaves(cell, protection)).Order()];
    }

    // Width can be had upwards or downwards: the cheaper of the two.
    private IReadOnlyList<int> Cheapest(bool[] hidden, int cell)
    {
        var (count, floor) = (table.Counts[cell], AttackerView.Floor(table, cell, least));
        var below = count - protection.Lowest(count, floor);
        var deepest = Math.Min(count - floor, Math.Max(below, protection.Width - protection.Above));
        return new[] { below, deepest }
            .Distinct()
            .Select(down => Changes(hidden, cell, [-down, Math.Max(protection.Above, protection.Width - down)]))
            .OfType<IReadOnlyList<int>>()
            .MinBy(cells => cells.Sum(other => order.Costs[other])) ?? [];
    }

    private List<int>? Changes(bool[] hidden, int cell, long[] amounts)
    {
        var tried = (bool[])hidden.Clone();
        var added = new List<int>();
        foreach (var amount in amounts.Where(amount => amount != 0))
        {
            if (_flow.Changes(tried, cell, amount) is not { } changes)
            {
                return null;
            }

            foreach (var other in changes.Where(other => !tried[other]))
            {
                tried[other] = true;
                added.Add(other);
            }
        }

        return added;
    }

    // Where changes by fractions would do but whole ones do not: the cheapest cell that stands in an equation with the block, or any.
    private int? Nearest(bool[] hidden, int cell)
    {
        var block = new AttackerView(table, hidden, least).Block(cell).Cells.ToHashSet();
        var beside = table.Shape.Equations
            .Select(equation => equation.Terms.Select(term => term.Cell).ToList())
            .Where(cells => cells.Exists(block.Contains))
            .SelectMany(cells => cells)
            .ToHashSet();
        var candidates = order.DearestFirst.Reverse().Where(other => !hidden[other] && order.MayHide(other)).ToList();
        return candidates.Where(beside.Contains).Concat(candidates).Cast<int?>().FirstOrDefault();
    }

    private bool PublishWhatIsNotNeeded(bool[] hidden)
    {
        var isChanged = false;
        foreach (var cell in order.DearestFirst.Where(cell => hidden[cell] && !primary.Contains(cell)))
        {
            // Only its own block can come to harm.
            var block = new AttackerView(table, hidden, least).Block(cell).Cells;
            hidden[cell] = false;
            var view = new AttackerView(table, hidden, least);
            hidden[cell] = block.Any(other => primary.Contains(other) && !view.Leaves(other, protection));
            isChanged |= !hidden[cell];
        }

        return isChanged;
    }
}
