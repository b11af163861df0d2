using Utvardering.Ingestion.Schemas;

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

    public IEnumerable<string> All => marks.Keys;

    /// <param name="mark">Null and empty: the source left the value out without a mark.</param>
    public (string? Value, string? Status) Meaning(string? mark) => marks.TryGetValue(mark ?? "", out var meaning) ? meaning : (null, mark);
}
