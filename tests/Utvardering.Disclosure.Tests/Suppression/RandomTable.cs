using Utvardering.Disclosure.Suppression;
using Utvardering.Statistics.Random;

namespace Utvardering.Disclosure.Tests.Suppression;

/// <summary>Small made-up tables of every kind: two and three dimensions, a hierarchy, two hierarchies over the same leaves, one dimension without a total.</summary>
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
    ];

    /// <summary>A table with counts from 0 to a limit, small ones more often.</summary>
    public static FrequencyTable Of(ulong seed, int most)
    {
        var random = new RandomSequence(seed, stream: 13);
        var shape = Shapes[random.NextBelow(Shapes.Length)]();
        return FrequencyTable.FromLeaves(shape, LeavesOf(shape).Select(cell => new TableCell(shape.Codes(cell), random.NextBelow(1 + random.NextBelow(1 + most)))));
    }

    /// <summary>Some cells of a table, each with probability a half.</summary>
    public static int[] SomeCells(FrequencyTable table, ulong seed)
    {
        var random = new RandomSequence(seed, stream: 14);
        return [.. Enumerable.Range(0, table.Shape.Cells).Where(_ => random.NextBelow(2) == 1)];
    }

    /// <summary>The cells with no total among their codes.</summary>
    public static IEnumerable<int> LeavesOf(TableShape shape) => Enumerable.Range(0, shape.Cells)
        .Where(cell => shape.Dimensions.Zip(shape.Codes(cell)).All(code => code.First.Sums.All(sum => sum.Total != code.Second)));

    private static Dimension Flat(string name, int leaves) => Dimension.Flat(name, "T", Enumerable.Range(1, leaves).Select(number => $"{name}{number}"));
}
