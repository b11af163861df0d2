using System.Collections.Immutable;
using Utvardering.Warehouse;

namespace Utvardering.Disclosure.Suppression;

/// <summary>A table of counts that add up.</summary>
public sealed class FrequencyTable
{
    private const int MostNamed = 20;

    private FrequencyTable(TableShape shape, ImmutableArray<long> counts) => (Shape, Counts) = (shape, counts);

    /// <summary>The cells and their equations.</summary>
    public TableShape Shape { get; }

    /// <summary>The count of each cell.</summary>
    public ImmutableArray<long> Counts { get; }

    /// <summary>A table whose totals are given too, and checked.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="cells">Every cell once, in any order.</param>
    /// <exception cref="InputException">A cell is missing, twice there, negative or unknown, or cells do not add up; they are named.</exception>
    public static FrequencyTable Of(TableShape shape, IEnumerable<TableCell> cells)
    {
        var counts = Read(shape, cells, [.. Enumerable.Range(0, shape.Cells)]);
        var wrong = shape.Equations.Where(equation => counts[equation.Total] != Sum(equation.Parts, counts)).ToList();
        if (wrong.Count > 0)
        {
            throw Wrong("cells that do not add up", [.. wrong.Select(equation =>
                $"{shape.Name(equation.Total)} is {counts[equation.Total]}, but its parts add up to {Sum(equation.Parts, counts)}: "
                + string.Join("; ", equation.Parts.Select(part => $"{shape.Name(part)} is {counts[part]}")))]);
        }

        return new(shape, [.. counts]);
    }

    /// <summary>A table from its leaf cells; the totals are made.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="leaves">Every cell without a total among its codes once, zeros too, in any order.</param>
    /// <exception cref="InputException">A leaf cell is missing, twice there, negative or unknown, or a total is given; they are named.</exception>
    public static FrequencyTable FromLeaves(TableShape shape, IEnumerable<TableCell> leaves)
    {
        var covered = Enumerable.Range(0, shape.Cells).Select(shape.Leaves).ToArray();
        var counts = Read(shape, leaves, [.. Enumerable.Range(0, shape.Cells).Where(cell => covered[cell] is [var only] && only == cell)]);
        return new(shape, [.. covered.Select(cells => Sum(cells, counts))]);
    }

    private static long[] Read(TableShape shape, IEnumerable<TableCell> cells, HashSet<int> wanted)
    {
        var counts = new long[shape.Cells];
        var missing = new HashSet<int>(wanted);
        var problems = new List<string>();
        foreach (var given in cells)
        {
            var cell = shape.Find(given.Codes);
            counts[cell] = given.Count;
            if (!missing.Remove(cell))
            {
                problems.Add($"{shape.Name(cell)} {(wanted.Contains(cell) ? "is given twice" : "is a total, and only leaves are asked for")}");
            }

            if (given.Count < 0)
            {
                problems.Add($"{shape.Name(cell)} is {given.Count}");
            }
        }

        problems.AddRange(missing.Order().Select(cell => $"{shape.Name(cell)} is missing (a zero must be given as 0)"));
        return problems.Count == 0 ? counts : throw Wrong("cells that can't be used", problems);
    }

    private static long Sum(ImmutableArray<int> cells, long[] counts)
    {
        var sum = 0L;
        foreach (var cell in cells)
        {
            sum = checked(sum + counts[cell]);
        }

        return sum;
    }

    private static InputException Wrong(string what, List<string> problems)
    {
        var rest = problems.Count > MostNamed ? $"\n… and {problems.Count - MostNamed} more" : "";
        return new($"The table has {what}:\n{string.Join("\n", problems.Take(MostNamed))}{rest}\nCorrect the counts where they come from.");
    }
}
