namespace Utvardering.Warehouse.Lineage;

/// <summary>A column of a table: of the lake, of the registry, or of a model.</summary>
/// <param name="Table">schema.name</param>
/// <param name="Column">Its name.</param>
public sealed record TableColumn(string Table, string Column)
{
    /// <summary>schema.name.column</summary>
    public override string ToString() => $"{Table}.{Column}";
}
