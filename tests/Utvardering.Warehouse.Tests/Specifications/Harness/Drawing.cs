namespace Utvardering.Warehouse.Tests.Specifications.Harness;

/// <summary>
/// A table drawn as text: the first line names the columns, each further one is a row, cells are separated by |.
/// An empty cell is null, '' the empty text. A column of a table that is no part of the house is named with its type (<c>x:integer</c>).
/// </summary>
internal sealed record Drawing(IReadOnlyList<string> Columns, IReadOnlyDictionary<string, string> Types, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    public static Drawing Of(string drawn)
    {
        var lines = drawn
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToList();
        var head = lines[0].Select(cell => cell.Split(':')).ToList();
        var odd = lines.FirstOrDefault(line => line.Length != head.Count);
        return odd is null
            ? new(
                [.. head.Select(column => column[0])],
                head.Where(column => column.Length > 1).ToDictionary(column => column[0], column => column[1]),
                [.. lines.Skip(1).Select(IReadOnlyList<string?> (line) => [.. line.Select(cell => cell.Length == 0 ? null : cell == "''" ? "" : cell)])])
            : throw new ArgumentException($"The row '{string.Join(" | ", odd)}' has {odd.Length} cells, and there are {head.Count} columns.");
    }
}
