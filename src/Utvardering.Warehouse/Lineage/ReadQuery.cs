namespace Utvardering.Warehouse.Lineage;

/// <summary>What a SELECT gives: its columns in order with the table columns behind each, and those that decide which rows there are.</summary>
internal sealed record ReadQuery(IReadOnlyList<ReadColumn> Columns, IReadOnlySet<TableColumn> Rows)
{
    /// <summary>Everything that stands behind it.</summary>
    public IEnumerable<TableColumn> All => Columns.SelectMany(column => column.From).Concat(Rows);

    /// <summary>The same under other names; what the list is too short for keeps its own.</summary>
    public ReadQuery Named(IReadOnlyList<string> names)
        => this with { Columns = [.. Columns.Select((column, index) => index < names.Count ? column with { Name = names[index] } : column)] };
}

/// <summary>One column of a SELECT or of a table in its FROM.</summary>
internal sealed record ReadColumn(string Name, IReadOnlySet<TableColumn> From);
