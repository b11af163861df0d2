using Utvardering.Disclosure.Suppression;

namespace Utvardering.Disclosure.Tests.Suppression;

/// <summary>Goes through all tables of whole numbers that agree with what is published: slow, and without a program to solve.</summary>
internal static class NaiveAttacker
{
    /// <summary>The least and the most of each suppressed cell; null where a suppressed leaf cell stands in no published sum, so that there are tables without end.</summary>
    public static Dictionary<int, (long Low, long High)>? Bounds(FrequencyTable table, IReadOnlyCollection<int> suppressed, long least)
    {
        var shape = table.Shape;
        int[] leaves = [.. RandomTable.LeavesOf(shape)];
        var covers = Enumerable.Range(0, shape.Cells).Select(cell => Covers(shape, cell).Select(leaf => Array.IndexOf(leaves, leaf)).ToHashSet()).ToArray();
        int[] published = [.. Enumerable.Range(0, shape.Cells).Except(suppressed)];
        var most = leaves.Select((_, place) => published.Where(cell => covers[cell].Contains(place)).Select(cell => table.Counts[cell]).DefaultIfEmpty(-1).Min()).ToArray();
        if (most.Contains(-1))
        {
            return null;
        }

        var bounds = suppressed.ToDictionary(cell => cell, _ => (Low: long.MaxValue, High: long.MinValue));
        var values = new long[leaves.Length];
        void Try(int place)
        {
            if (place < leaves.Length)
            {
                for (values[place] = 0; values[place] <= most[place]; values[place]++)
                {
                    // A published sum whose leaves are all set must be right, and no sum may be exceeded on the way.
                    if (published.Where(cell => covers[cell].Contains(place)).All(cell =>
                        covers[cell].Where(other => other <= place).Sum(other => values[other]) is var sum
                        && (covers[cell].Max() <= place ? sum == table.Counts[cell] : sum <= table.Counts[cell])))
                    {
                        Try(place + 1);
                    }
                }

                return;
            }

            var found = suppressed.Select(cell => (Cell: cell, Value: covers[cell].Sum(other => values[other]))).ToList();
            if (found.All(cell => cell.Value >= least))
            {
                foreach (var (cell, value) in found)
                {
                    bounds[cell] = (Math.Min(bounds[cell].Low, value), Math.Max(bounds[cell].High, value));
                }
            }
        }

        Try(0);
        return bounds;
    }

    /// <summary>The leaf cells that a cell is the sum of, found by going down its equations.</summary>
    public static IEnumerable<int> Covers(TableShape shape, int cell) =>
        shape.Equations.FirstOrDefault(equation => equation.Total == cell) is { } equation ? equation.Parts.SelectMany(part => Covers(shape, part)) : [cell];
}
