using Utvardering.Methods.Catalog;

namespace Utvardering.Methods.Answers;

internal static class TableFilling
{
    /// <summary>The described table with its rows, cells in the order of the described columns.</summary>
    public static MethodTable Filled(this AnswerTable table, IEnumerable<IReadOnlyList<object?>> rows) =>
        new(table.Name, [.. table.Columns.Select(column => column.Name)], [.. rows]);
}
