namespace Utvardering.Reporting.Documents;

/// <summary>A table of the report, which also leaves as a data file. The first cell of a row is its heading.</summary>
/// <param name="Name">The data file's name without ending, and the table's anchor.</param>
/// <param name="Caption">What the table shows, with the unit, ended by a full stop.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows; a table without rows is not made.</param>
/// <param name="Source">Where the figures come from.</param>
/// <param name="Notes">What must be known to read the figures.</param>
internal sealed record ReportTable(
    string Name, string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows, Attribution Source, params IReadOnlyList<string> Notes) : Block
{
    /// <summary>Each row's own source for the data file, in the rows' order; null where <see cref="Source"/> is that of every row.</summary>
    public IReadOnlyList<Attribution>? RowSources { get; init; }
}
