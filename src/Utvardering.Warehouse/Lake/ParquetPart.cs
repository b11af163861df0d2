using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Lake;

/// <summary>Rows as Parquet, written and synced: the one place that writes it.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Rows">How many there are.</param>
public sealed record ParquetPart(string Path, long Rows)
{
    private const int RowGroup = 122_880;

    /// <summary>Writes the rows of a SELECT in their order, syncs, reads the footer back and compares its row count.</summary>
    /// <remarks>
    /// Row groups are of one size and the rows keep their order, so the bytes are the same however many threads write: a test holds it.
    /// The second version of the pages halves what quick compression leaves, and a dictionary that outgrows its limit is given up early.
    /// </remarks>
    /// <exception cref="InvalidDataException">The file read back has another number of rows than were written.</exception>
    public static ParquetPart Write(WorkDatabase database, string select, string path)
    {
        var expected = database.Change(
            $"copy ({select}) to {SqlText.Literal(path)} (format parquet, parquet_version v2, compression snappy, row_group_size {RowGroup}, dictionary_size_limit 8192)");
        DurableFile.Sync(path);
        var written = database.Count($"select num_rows from parquet_file_metadata({SqlText.Literal(path)})");
        return written == expected
            ? new(path, written)
            : throw new InvalidDataException($"{path} was written with {written} rows, but there were {expected}: nothing was published.");
    }
}
