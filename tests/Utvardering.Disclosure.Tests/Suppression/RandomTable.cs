using Utvardering.Disclosure.Suppression;
using Utvardering.Statistics.Random;

namespace Utvardering.Disclosure.Tests.Suppression;

/// <summary>
/// Small made-up tables of every kind: two and three dimensions, a hierarchy, two hierarchies over the same leaves, one dimension without a total,
/// and overlapping groups, which fractions can fill as whole numbers can't.
/// </summary>
internal static class RandomTable
{
    private static readonly Func<TableShape>[] Shapes =
    [
        () => new(Flat("a", 2), Flat("b", 3)),
        () => new(Flat("a", 3), Flat("b", 3)),
        () => new(Flat("a", 2), Flat("b", 2), Flat("c", 2)),
        () => new(Dimension.Hierarchy("a", CodeSum.Of("T", "x", "y"), CodeSum.Of("x", "1", "2"), CodeSum.Of("y", "3")), Flat("b", 2)),
        () => new(
            Dimension.Hierarchy("a", CodeSum.Of("T", "x", "y"), CodeSum.Of("x", "1", "2"), CodeSum.Of("y", "3", "4"), CodeSum.Of("T", "u", "v"), CodeSum.Of("u", "1", "3"), CodeSum.Of("v", "2", "4")),
            Flat("b", 2)),
        () => new(Flat("a", 3), Dimension.WithoutTotal("year", "1", "2")),
        () => new(Overlapping),
    ];

    /// <summary>Three groups of the leaves 1 to 5, each without one of 1, 2 and 3: with u = v = w the leaves 1, 2 and 3 are the same number.</summary>
    public static Dimension Overlapping => Dimension.Hierarchy("group", CodeSum.Of("u", "1", "2", "4", "5"), CodeSum.Of("v", "2", "3", "4", "5"), CodeSum.Of("w", "1", "3", "4", "5"));

    /// <summary>A table with counts from 0 to a limit, small ones more often.</summary>
    public static FrequencyTable Of(ulong seed, int most)
    {
        var random = new RandomSequence(seed, stream: 13);
        var shape = Shapes[random.NextBelow(Shapes.Length)]();
        return FrequencyTable.FromLeaves(shape, LeavesOf(shape).Select(cell => new TableCell(shape.Codes(cell), random.NextBelow(1 + random.NextBelow(1 + most)))));
    }

    /// <summary>Some cells of a table: three leaf cells of four, one total of four.</summary>
    public static int[] SomeCells(FrequencyTable table, ulong seed)
    {
        var random = new RandomSequence(seed, stream: 14);
        var leaves = LeavesOf(table.Shape).ToHashSet();
        return [.. Enumerable.Range(0, table.Shape.Cells).Where(cell => random.NextBelow(4) > 0 == leaves.Contains(cell))];
    }

    /// <summary>The cells with no total among their codes.</summary>
    public static IEnumerable<int> LeavesOf(TableShape shape) => Enumerable.Range(0, shape.Cells)
        .Where(cell => shape.Dimensions.Zip(shape.Codes(cell)).All(code => code.First.Sums.All(sum => sum.Total != code.Second)));

    private static Dimension Flat(string name, int leaves) => Dimension.Flat(name, "T", Enumerable.Range(1, leaves).Select(number => $"{name}{number}"));
}
