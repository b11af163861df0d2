using Utvardering.Ingestion.Schemas;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// What a source's marks for missing values mean: <c>data-schema/codelists/source-mark.csv</c>, by adapter.
/// A mark that is not there is left in the status, where the check reports it.
/// </summary>
internal sealed class SourceMarks
{
    private readonly Dictionary<string, (string? Value, string? Status)> marks;

    private SourceMarks(Dictionary<string, (string? Value, string? Status)> marks) => this.marks = marks;

    public static SourceMarks Of(ProjectFolder project, string adapter)
    {
        var list = CodeList.Read(project, "source-mark");
        var (of, mark, status, value) = (list.Index("adapter"), list.Index("mark"), list.Index("status"), list.Index("value"));
        return new(list.Rows.Where(row => row[of] == adapter).ToDictionary(row => row[mark] ?? "", row => (row[value], row[status]), StringComparer.Ordinal));
    }

    /// <param name="mark">Null and empty: the source left the value out without a mark.</param>
    public (string? Value, string? Status) Meaning(string? mark) => marks.TryGetValue(mark ?? "", out var meaning) ? meaning : (null, mark);

    /// <summary>Whether the text is one of the marks, "" included when it is listed.</summary>
    public bool Has(string? text) => marks.ContainsKey(text ?? "");

    /// <summary>SQL: the value of a cell, with the marks' values (zero, or none) in the place of the marks.</summary>
    public string ValueSql(string cell) => Sql(cell, meaning => meaning.Value, cell);

    /// <summary>SQL: the status that a cell's mark says.</summary>
    /// <param name="otherwise">SQL of the status of a cell without a mark.</param>
    public string StatusSql(string cell, string otherwise = "null") => Sql(cell, meaning => meaning.Status, otherwise);

    private string Sql(string cell, Func<(string? Value, string? Status), string?> part, string otherwise) => marks.Count == 0
        ? otherwise
        : $"case coalesce({cell}, '') {string.Join(' ', marks.Select(mark => $"when {SqlText.Literal(mark.Key)} then {Literal(part(mark.Value))}"))} else {otherwise} end";

    private static string Literal(string? text) => text is null ? "null" : SqlText.Literal(text);
}
