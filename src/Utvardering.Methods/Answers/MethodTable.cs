namespace Utvardering.Methods.Answers;

/// <summary>A table of an answer.</summary>
/// <param name="Rows">Cells in the order of the columns: text, number, truth value or null.</param>
public sealed record MethodTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
