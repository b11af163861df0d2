namespace Utvardering.Warehouse.Models;

/// <summary><c>test: municipality_code in core.municipality</c>: what stands in the column stands in the other table, or is null.</summary>
/// <param name="Text">As in the header.</param>
/// <param name="Stops">Whether it stops what depends on the model.</param>
/// <param name="Column">The model's column.</param>
/// <param name="Table">schema.name of the other table.</param>
/// <param name="TableColumn">Its column; by default of the same name.</param>
public sealed record RelationTest(string Text, bool Stops, string Column, string Table, string TableColumn) : ModelTest(Text, Stops)
{
    internal override string Question(SqlModel model)
        => $"select * from {model.FullName} as tested where {Column} is not null and not exists (from {Table} as known where known.{TableColumn} = tested.{Column})";
}
