using System.Globalization;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Models;

namespace Utvardering.Pipeline.Tracing;

/// <summary>
/// The rows of a run's tables that an id names: <c>result_id</c> where the table has one, else the table's name and the row's key with
/// colons between (<c>marts.group_series:bra:reported:1210:pilot:2023-10-01</c>). An id that ends before the key does names all rows it
/// is the beginning of.
/// </summary>
internal sealed class RunRows : IDisposable
{
    private const int Near = 8;
    private const string Named = "id = $id or starts_with(id, $id || ':') or (starts_with(id, $id) and regexp_full_match(id[length($id) + 1:], '(-[0-9][0-9]){1,2}'))";

    // The key of a result table without ids: those of these columns that it has.
    private static readonly string[] KeyColumns =
        ["outcome_id", "design_id", "indicator_id", "group_id", "programme_id", "family_id", "kind", "municipality_code", "donor_code", "number", "source", "cohort", "period_start"];

    private readonly Database database = Database.OpenInMemory();
    private readonly Dictionary<string, RunTable> tables = new(StringComparer.Ordinal);

    /// <param name="folder">The folder of a run's tables: its results, or what was released of them.</param>
    /// <param name="models">Whose headers state the keys of the marts.</param>
    /// <param name="id">What is asked for.</param>
    public RunRows(string folder, IReadOnlyList<SqlModel> models, string id)
    {
        database.Execute("create table figure (id varchar, name varchar, place bigint)");
        foreach (var file in Directory.EnumerateFiles(folder, "*.parquet").Order(StringComparer.Ordinal))
        {
            Offer(file, models.FirstOrDefault(model => model.FullName == Path.GetFileNameWithoutExtension(file))?.Key ?? KeyColumns);
        }

        database.Execute($"create table named as select * from figure where {Named}", ("id", id));
        Count = database.Scalar<long>("select count(*) from named");
    }

    /// <summary>How many rows the id names; 0 where it names none.</summary>
    public long Count { get; }

    /// <summary>The tables they stand in.</summary>
    public IReadOnlyList<string> Tables => database.Query("select distinct name from named order by 1", row => row.GetString(0));

    /// <summary>The first of the rows.</summary>
    public IReadOnlyList<TracedFigure> First(int most) => [.. database
        .Query($"select id, name, place from named order by name, place limit {most.ToString(CultureInfo.InvariantCulture)}", row => (Id: row.GetString(0), Name: row.GetString(1), Place: row.GetInt64(2)))
        .Select(figure => new TracedFigure(figure.Id, figure.Name, Row(tables[figure.Name], figure.Place)))];

    /// <summary>What stands in a column of all the rows, as text, once each; of the tables that have the column.</summary>
    public IReadOnlyList<string> Distinct(string column) => [.. Tables.Select(name => tables[name]).Where(table => table.Columns.Contains(column))
        .SelectMany(table => database.Query(
            $"select distinct {SqlText.Identifier(column)}::varchar from {table.Rows} where {SqlText.Identifier(column)} is not null and file_row_number in (select place from named where name = ?)",
            row => row.GetString(0),
            table.Name))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)];

    /// <summary>The row of any table of the run in which a column has a value; null where there is none.</summary>
    public IReadOnlyDictionary<string, object?>? Row(string table, string column, string value)
        => tables.TryGetValue(table, out var found) && found.Columns.Contains(column)
            && database.Query($"select file_row_number from {found.Rows} where {SqlText.Identifier(column)} = ? limit 1", row => row.GetInt64(0), value) is [var place]
            ? Row(found, place)
            : null;

    /// <summary>The ids most like one that names nothing.</summary>
    public IReadOnlyList<string> Nearest(string id) => database.Query(
        $"select id from figure group by id order by levenshtein(id, ?), id limit {Near.ToString(CultureInfo.InvariantCulture)}", row => row.GetString(0), id);

    public void Dispose() => database.Dispose();

    private void Offer(string file, IReadOnlyList<string> key)
    {
        var rows = $"read_parquet({SqlText.Literal(file)}, file_row_number = true)";
        var columns = database.Query($"select column_name from (describe select * exclude (file_row_number) from {rows})", row => row.GetString(0));
        var present = key.Where(columns.Contains).Where(column => column != "indicator_id" || !columns.Contains("outcome_id"));
        var table = new RunTable(Path.GetFileNameWithoutExtension(file), rows, columns);
        tables.Add(table.Name, table);
        var id = columns.Contains("result_id")
            ? "result_id"
            : $"concat_ws(':', {string.Join(", ", present.Select(SqlText.Identifier).Prepend(SqlText.Literal(table.Name)))})";
        database.Execute($"insert into figure select {id}, {SqlText.Literal(table.Name)}, file_row_number from {rows}");
    }

    private Dictionary<string, object?> Row(RunTable table, long place) => database.Query(
        $"select * exclude (file_row_number) from {table.Rows} where file_row_number = ?",
        row => Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, i => row.IsDBNull(i) ? null : (object?)row.GetValue(i)),
        place)[0];

    /// <summary>A table of the run: what follows FROM, and its columns.</summary>
    private sealed record RunTable(string Name, string Rows, IReadOnlyList<string> Columns);
}
