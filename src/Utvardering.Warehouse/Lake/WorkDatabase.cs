using System.Globalization;
using DuckDB.NET.Data;

namespace Utvardering.Warehouse.Lake;

/// <summary>
/// A DuckDB database that lives as long as one piece of work: in memory, spilling into <c>spillFolder</c> when memory runs short.
/// It never loads an extension from the network.
/// </summary>
public sealed class WorkDatabase : IDisposable
{
    private readonly DuckDBConnection connection = new("DataSource=:memory:");

    public WorkDatabase(string spillFolder)
    {
        connection.Open();
        Execute("set autoinstall_known_extensions = false");
        Execute("set autoload_known_extensions = false");
        Execute("set preserve_insertion_order = true");
        Execute($"set temp_directory = {SqlText.Literal(spillFolder)}");
    }

    public void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The rows of an answer, one array a row; SQL null is null.</summary>
    public IReadOnlyList<object?[]> Rows(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = reader.IsDBNull(column) ? null : reader.GetValue(column);
            }

            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The first cell of an answer as a whole number; null counts as 0.</summary>
    public long Count(string sql) => Rows(sql) is [[{ } value, ..], ..] ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;

    /// <summary>The first column of an answer as text, nulls left out.</summary>
    public IReadOnlyList<string> Texts(string sql) =>
        [.. Rows(sql).Select(row => Convert.ToString(row[0], CultureInfo.InvariantCulture)).OfType<string>().Where(text => text.Length > 0)];

    /// <summary>
    /// Appends rows whose first two columns are INTEGER and BIGINT and whose others are all VARCHAR.
    /// </summary>
    /// <remarks>
    /// DuckDB.NET's appender writes the bytes of the CLR type without looking at the column: this shape alone is let through,
    /// and it is checked once against the table.
    /// </remarks>
    public void AppendNumberedText(string table, IEnumerable<(int File, long Row, IReadOnlyList<string?> Cells)> rows)
    {
        var types = Texts($"select data_type from duckdb_columns() where table_name = {SqlText.Literal(table)} order by column_index");
        if (types is not ["INTEGER", "BIGINT", ..] || types.Skip(2).Any(type => type != "VARCHAR"))
        {
            throw new InvalidOperationException($"Table {table} has columns ({string.Join(", ", types)}); INTEGER, BIGINT and then VARCHAR only can be appended to.");
        }

        using var appender = connection.CreateAppender(table);
        foreach (var (file, number, cells) in rows)
        {
            if (cells.Count != types.Count - 2)
            {
                throw new InvalidOperationException($"A row for table {table} has {cells.Count} cells, not {types.Count - 2}.");
            }

            var row = appender.CreateRow();
            row.AppendValue((int?)file);
            row.AppendValue((long?)number);
            foreach (var cell in cells)
            {
                if (cell is null)
                {
                    row.AppendNullValue();
                }
                else
                {
                    row.AppendValue(cell);
                }
            }

            row.EndRow();
        }
    }

    public void Dispose() => connection.Dispose();
}
