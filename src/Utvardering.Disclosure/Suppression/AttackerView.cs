namespace Utvardering.Disclosure.Suppression;

/// <summary>A table as an attacker sees it: some counts hidden, the rest and the equations known.</summary>
internal sealed class AttackerView
{
    private readonly FrequencyTable _table;
    private readonly long _least;
    private readonly Dictionary<int, HiddenBlock> _blocks = [];

    /// <param name="table">The table.</param>
    /// <param name="hidden">Whether each cell is suppressed.</param>
    /// <param name="least">The least that a suppressed count can be, as everybody knows.</param>
    public AttackerView(FrequencyTable table, bool[] hidden, long least)
    {
        (_table, _least) = (table, least);
        var blocks = Blocks(table.Shape, hidden);
        var equations = table.Shape.Equations
            .Select(equation => (Equation: equation, Cell: equation.Terms.Select(term => term.Cell).Cast<int?>().FirstOrDefault(cell => hidden[cell!.Value])))
            .Where(equation => equation.Cell is not null)
            .ToLookup(equation => blocks[equation.Cell!.Value], equation => equation.Equation);
        foreach (var cells in Enumerable.Range(0, hidden.Length).Where(cell => hidden[cell]).GroupBy(cell => blocks[cell]))
        {
            var block = new HiddenBlock(table, [.. cells], [.. equations[cells.Key]], least);
            foreach (var cell in cells)
            {
                _blocks.Add(cell, block);
            }
        }
    }

    /// <summary>The block of a suppressed cell.</summary>
    public HiddenBlock Block(int cell) => _blocks[cell];

    /// <summary>Whether a suppressed cell is left in the doubt that is asked for.</summary>
    public bool Leaves(int cell, ProtectionRequirement requirement) => Block(cell).Leaves(cell, requirement, Floor(_table, cell, _least));

    /// <summary>The least a suppressed cell can be as far as anybody can know: as many times the least count as it has leaves that are not zero.</summary>
    public static long Floor(FrequencyTable table, int cell, long least) =>
        Math.Min(table.Counts[cell], table.Shape.Leaves(cell).Count(leaf => table.Counts[leaf] > 0) * least);

    // The lowest cell of each cell's block, by merging the hidden cells of each equation.
    private static int[] Blocks(TableShape shape, bool[] hidden)
    {
        int[] parents = [.. Enumerable.Range(0, shape.Cells)];
        int Root(int cell)
        {
            while (parents[cell] != cell)
            {
                cell = parents[cell] = parents[parents[cell]];
            }

            return cell;
        }

        foreach (var equation in shape.Equations)
        {
            var first = -1;
            foreach (var (cell, _) in equation.Terms.Where(term => hidden[term.Cell]))
            {
                var root = Root(cell);
                first = first < 0 ? root : first;
                (parents[Math.Max(first, root)], first) = (Math.Min(first, root), Math.Min(first, root));
            }
        }

        return [.. Enumerable.Range(0, shape.Cells).Select(Root)];
    }
}
