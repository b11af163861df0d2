using System.Data.Common;
using System.Globalization;
using Utvardering.Warehouse;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Methods.Tables;

/// <summary>A file of tidy rows, CSV or Parquet, column by column.</summary>
public sealed class TidyTable
{
    private readonly Dictionary<string, string?[]> columns;

    private TidyTable(string file, int rows, Dictionary<string, string?[]> columns) => (File, RowCount, this.columns) = (file, rows, columns);

    /// <summary>The name of the file, without its folder.</summary>
    public string File { get; }

    public int RowCount { get; }

    public IReadOnlyCollection<string> Names => columns.Keys;

    /// <summary>Reads the named columns of a file.</summary>
    /// <exception cref="InputException">No such file, another kind of file, one that can't be read, no rows, or a column that is not there.</exception>
    public static TidyTable Read(string path, IReadOnlyCollection<string> names)
    {
        if (!System.IO.File.Exists(path))
        {
            throw new InputException($"{path} is not there: give a CSV or Parquet file with --data.");
        }

        var reader = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".CSV" or ".TXT" or ".TSV" => $"read_csv({SqlText.Literal(path)}, all_varchar = true, header = true, nullstr = ['', 'NA', 'NaN'])",
            ".PARQUET" => $"read_parquet({SqlText.Literal(path)})",
            var other => throw new InputException($"{path} is a \"{other}\" file: give .csv or .parquet."),
        };
        using var database = Database.OpenInMemory();
        try
        {
            var there = database.Query($"describe from {reader}", row => row.GetString(0));
            foreach (var name in names.Where(name => !there.Contains(name, StringComparer.Ordinal)))
            {
                throw new InputException($"{path} has no column \"{name}\". It has: {string.Join(", ", there)}.");
            }

            var wanted = names.Distinct(StringComparer.Ordinal).ToArray();
            var list = string.Join(", ", wanted.Select(name => $"{SqlText.Identifier(name)}::varchar"));
            var rows = database.Query($"select {list} from {reader}", row => Enumerable.Range(0, wanted.Length).Select(i => row.IsDBNull(i) ? null : row.GetString(i)).ToArray());
            return rows.Count == 0
                ? throw new InputException($"{path} has no rows.")
                : new(Path.GetFileName(path), rows.Count, wanted.Index().ToDictionary(name => name.Item, name => rows.Select(row => row[name.Index]).ToArray(), StringComparer.Ordinal));
        }
        catch (DbException fault)
        {
            throw new InputException($"{path} can't be read. {fault.Message.Split('\n')[0]}");
        }
    }

    /// <summary>The cells as texts; null where empty.</summary>
    public IReadOnlyList<string?> Texts(string column) => columns[column];

    /// <summary>The cells as texts, none of them empty.</summary>
    /// <exception cref="InputException">A cell is empty.</exception>
    public IReadOnlyList<string> Filled(string column) =>
        [.. columns[column].Index().Select(cell => cell.Item ?? throw new InputException($"{Place(column, cell.Index)} is empty: give a value, or leave the row out."))];

    /// <summary>The cells as numbers; NaN where empty.</summary>
    /// <exception cref="InputException">A cell holds something else.</exception>
    public double[] Numbers(string column) => [.. columns[column].Index().Select(cell => Number(column, cell.Index, cell.Item))];

    /// <summary>Where a cell stands, in words.</summary>
    /// <param name="row">The position of the row, from 0.</param>
    public string Place(string column, int row) => string.Create(CultureInfo.InvariantCulture, $"{File}, row {row + 1}, column \"{column}\"");

    private double Number(string column, int row, string? cell)
    {
        if (cell is null)
        {
            return double.NaN;
        }

        return cell switch
        {
            "true" or "TRUE" or "True" => 1,
            "false" or "FALSE" or "False" => 0,
            _ => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? number
                : throw new InputException($"{Place(column, row)} holds \"{cell}\", which is no number (decimals are written with a point)."),
        };
    }
}
