using System.Collections.Immutable;
using Utvardering.Warehouse;

namespace Utvardering.Disclosure.Suppression;

/// <summary>What it costs to suppress each cell of a table, and the order in which cells are kept.</summary>
internal sealed class CandidateOrder
{
    private readonly FrequencyTable _table;

    /// <exception cref="ArgumentException">A cost is negative or not a number.</exception>
    public CandidateOrder(FrequencyTable table, Func<FrequencyTable, int, double> cost)
    {
        _table = table;
        Costs = [.. Enumerable.Range(0, table.Shape.Cells).Select(cell => cost(table, cell))];
        foreach (var (cell, value) in Costs.Index())
        {
            if (!(value >= 0))
            {
                throw new ArgumentException($"The cost of {table.Shape.Name(cell)} is {value}: a cost is 0 or more.", nameof(cost));
            }
        }

        // Of cells that cost the same, totals are kept before parts and large counts before small ones; then names decide, so that the
        // order in which codes are listed does not.
        DearestFirst = [.. Enumerable.Range(0, table.Shape.Cells)
            .OrderByDescending(cell => Costs[cell])
            .ThenByDescending(cell => table.Shape.Leaves(cell).Length)
            .ThenByDescending(cell => table.Counts[cell])
            .ThenBy(table.Shape.Name, StringComparer.Ordinal)];
    }

    private CandidateOrder(CandidateOrder other) => (_table, Costs, DearestFirst) = (other._table, other.Costs, other.DearestFirst);

    /// <summary>The cost of each cell.</summary>
    public ImmutableArray<double> Costs { get; }

    /// <summary>All cells, the last to be suppressed first.</summary>
    public ImmutableArray<int> DearestFirst { get; private init; }

    /// <summary>The same with some cells kept before all others but those that must be shown.</summary>
    public CandidateOrder Keeping(IReadOnlyCollection<int> cells) => new(this)
    {
        DearestFirst = [.. DearestFirst.OrderBy(cell => !MayHide(cell) ? 0 : cells.Contains(cell) ? 1 : 2)],
    };

    /// <summary>Whether a cell may be suppressed though it is not sensitive.</summary>
    public bool MayHide(int cell) => double.IsFinite(Costs[cell]);

    /// <summary>The error for a sensitive cell that nothing can protect.</summary>
    public InputException Unprotectable(int cell) => new(
        $"{_table.Shape.Name(cell)} is sensitive ({_table.Counts[cell]}), but what must be shown gives it away, or leaves less doubt than is asked for. "
        + "Let more cells be suppressed (a finite cost), ask for less protection, or make the table coarser.");
}
