namespace Utvardering.Warehouse.Tests.Specifications.Harness;

/// <summary>What a specification gives: the house's columns of the table and those drawn beside; what was not drawn is null.</summary>
internal sealed record GivenTable(string Name, IReadOnlyList<(string Name, string Type)> Columns, Drawing Drawn)
{
    public static GivenTable Of(string name, string drawn)
    {
        var drawing = Drawing.Of(drawn);
        var own = House.Columns(name);
        var beside = drawing.Columns
            .Where(column => own.All(known => known.Name != column))
            .Select(column => (column, drawing.Types.GetValueOrDefault(column) ?? throw new ArgumentException($"{name} has no column {column}; it has {string.Join(", ", own.Select(known => known.Name))}.")));
        return new(name, [.. own, .. beside], drawing);
    }

    public static GivenTable Empty(string name) => new(name, House.Columns(name), new([], new Dictionary<string, string>(), []));

    public IReadOnlyList<Row> Rows() => [.. Drawn.Rows.Select(cells =>
    {
        var row = new Row();
        foreach (var (name, type) in Columns)
        {
            row[name] = Cell.Read(Drawn.Columns.ToList().IndexOf(name) is var at and >= 0 ? cells[at] : null, type);
        }

        return row;
    })];
}
