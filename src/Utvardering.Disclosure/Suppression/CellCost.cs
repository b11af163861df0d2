namespace Utvardering.Disclosure.Suppression;

/// <summary>
/// What it costs to suppress a cell that is not sensitive. An infinite cost: the cell is shown whatever happens. Zeros that are not sensitive
/// are always shown here: many are known to be zero by nature, and would protect nothing.
/// </summary>
public static class CellCost
{
    /// <summary>The count: as little as possible of what was counted disappears. The usual choice, and that of sdcTable.</summary>
    public static double Count(FrequencyTable table, int cell) => table.Counts[cell] == 0 ? double.PositiveInfinity : table.Counts[cell];

    /// <summary>One for each cell: as few cells as possible disappear.</summary>
    public static double Unit(FrequencyTable table, int cell) => table.Counts[cell] == 0 ? double.PositiveInfinity : 1;
}
