namespace Utvardering.Warehouse.Models;

/// <summary><c>test: value &gt;= 0</c>: a condition that holds of every row, or is null.</summary>
/// <param name="Text">The condition, in SQL.</param>
/// <param name="Stops">Whether it stops what depends on the model.</param>
public sealed record RowTest(string Text, bool Stops) : ModelTest(Text, Stops)
{
    internal override string Question(SqlModel model) => $"select * from {model.FullName} where not coalesce(({Text}), true)";
}
