namespace Utvardering.Warehouse.Tests.Specifications.Harness;

/// <summary>A row as the naive version of a model sees it: column → value. Every number is a double, whatever SQL makes of it.</summary>
internal sealed class Row
{
    private readonly Dictionary<string, object?> cells = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Columns => cells.Keys;

    public object? this[string column]
    {
        get => cells.TryGetValue(column, out var value)
            ? value
            : throw new ArgumentException($"The row has no column {column}; it has {string.Join(", ", cells.Keys)}.");
        set => cells[column] = value switch { int whole => (double)whole, long whole => (double)whole, _ => value };
    }

    public string? Text(string column) => (string?)this[column];

    public double? Number(string column) => (double?)this[column];

    /// <summary>A date that is there.</summary>
    public DateOnly Date(string column) => (DateOnly)this[column]!;

    public DateOnly? DateOrNull(string column) => (DateOnly?)this[column];

    public bool Flag(string column) => (bool)this[column]!;

    /// <summary>A copy of the row with one cell changed or added.</summary>
    public Row With(string column, object? value)
    {
        var copy = new Row();
        foreach (var (name, cell) in cells)
        {
            copy[name] = cell;
        }

        copy[column] = value;
        return copy;
    }
}
