using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Warehouse.Vintages;

/// <summary>
/// Two vintages side by side: one full outer join on the key finds the rows that differ, and everything asked afterwards is asked of those.
/// An empty key field equals an empty one.
/// </summary>
public sealed class VintageComparison : IDisposable
{
    private readonly Database database = Database.OpenInMemory();
    private readonly (Vintage Vintage, DataPackage Package, VintageColumns Columns) from;
    private readonly (Vintage Vintage, DataPackage Package, VintageColumns Columns) to;
    private readonly IReadOnlyList<string> by;
    private readonly IReadOnlyList<string> compared;

    /// <param name="from">The earlier state.</param>
    /// <param name="to">The later state.</param>
    /// <param name="by">Key columns to count by; null: <see cref="VintageColumns.DefaultGroups"/>.</param>
    /// <exception cref="InputException">The two have different keys, or a column to count by is no key column.</exception>
    public VintageComparison(Vintage from, Vintage to, IReadOnlyList<string>? by = null)
    {
        this.from = Described(from);
        this.to = Described(to);
        compared = [.. this.to.Columns.Types.Keys.Where(column => this.from.Columns.Types.ContainsKey(column) && !Key.Contains(column))];
        this.by = by ?? this.to.Columns.DefaultGroups;
        try
        {
            Check();
            database.Execute($"create table {ChangedRows.Table} as {ChangedRows.Select(from, to, Key, compared, Retyped)}");
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private IReadOnlyList<string> Key => to.Columns.Key;

    // Figures that municipalities delivered leave as group totals and not as rows.
    private bool CountsOnly => from.Package.Origin == "delivered" || to.Package.Origin == "delivered";

    private IEnumerable<string> Numeric => compared.Where(column => to.Columns.IsNumeric(column) && from.Columns.IsNumeric(column));

    /// <summary>The changes in figures.</summary>
    /// <param name="largest">How many of the largest revisions are listed.</param>
    /// <param name="order">What makes a revision large.</param>
    public VintageDiff Diff(int largest = 20, RevisionOrder order = RevisionOrder.Absolute)
    {
        var counts = database.Query(ChangedRows.Counts, row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2))).Single();
        var questions = new ChangeQuestions(database, Key);
        return new()
        {
            Dataset = to.Vintage.Dataset,
            Source = to.Vintage.Source,
            From = from.Vintage.Name.ToString(),
            To = to.Vintage.Name.ToString(),
            Synthetic = to.Package.Synthetic == true || from.Package.Synthetic == true,
            CountsOnly = CountsOnly,
            FromRows = from.Package.RowCount,
            ToRows = to.Package.RowCount,
            Added = counts.Item1,
            Removed = counts.Item2,
            Revised = counts.Item3,
            NewColumns = [.. to.Columns.Types.Keys.Except(from.Columns.Types.Keys)],
            LostColumns = [.. from.Columns.Types.Keys.Except(to.Columns.Types.Keys)],
            By = by,
            Groups = questions.Groups([.. by.Select(column => (column, to.Columns.IsDate(column)))]),
            Columns = CountsOnly ? [] : [.. Numeric.Select(questions.Column)],
            Largest = CountsOnly ? [] : questions.Largest([.. Numeric], largest, order),
        };
    }

    /// <summary>
    /// Every changed cell as CSV: <c>change,&lt;key columns&gt;,column,from,to</c>. Of delivered figures only the counts of <see cref="VintageDiff.Groups"/>.
    /// </summary>
    public void WriteCsv(Stream target)
    {
        var select = CountsOnly
            ? ChangedRows.GroupCounts([.. by.Select(column => (column, to.Columns.IsDate(column)))])
            : ChangedRows.Cells(Key, compared);
        var file = Path.Combine(Path.GetTempPath(), $"utvardering-diff-{Guid.NewGuid():N}.csv");
        try
        {
            database.Execute($"copy ({select}) to {SqlText.Literal(file)} (format csv, header true)");
            using var written = File.OpenRead(file);
            written.CopyTo(target);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public void Dispose() => database.Dispose();

    private static (Vintage, DataPackage, VintageColumns) Described(Vintage vintage)
    {
        var package = vintage.ReadPackage();
        return (vintage, package, new VintageColumns(package));
    }

    private bool Retyped(string column) => from.Columns.Types[column] != to.Columns.Types[column];

    private void Check()
    {
        if (Key.Count == 0 || !Key.SequenceEqual(from.Columns.Key) || Key.Any(Retyped))
        {
            throw new InputException(
                $"{from.Vintage.Name} and {to.Vintage.Name} of {to.Vintage.Dataset} have different keys ({string.Join(", ", from.Columns.Key)}; {string.Join(", ", Key)}), " +
                "so their rows can't be matched. Compare two vintages made after the schema changed.");
        }

        if (by.FirstOrDefault(column => !Key.Contains(column)) is { } other)
        {
            throw new InputException($"'{other}' is no key column of {to.Vintage.Dataset}. Count by one or more of: {string.Join(", ", Key)}.");
        }
    }
}
