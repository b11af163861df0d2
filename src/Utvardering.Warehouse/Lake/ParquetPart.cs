using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Lake;

/// <summary>The one place that writes Parquet.</summary>
internal static class ParquetPart
{
    /// <summary>Writes a table's rows in their order, syncs, reads the footer back and compares its row count.</summary>
    /// <remarks>One thread writes, so that row groups fall the same way on every machine and the bytes are the same.</remarks>
    /// <exception cref="InvalidDataException">The file read back has another number of rows than the table.</exception>
    public static void Write(WorkDatabase database, string table, string path)
    {
        var threads = database.Count("select current_setting('threads')");
        database.Execute("set threads = 1");
        try
        {
            database.Execute($"copy {SqlText.Identifier(table)} to {SqlText.Literal(path)} (format parquet, compression zstd, row_group_size 122880)");
        }
        finally
        {
            database.Execute($"set threads = {threads}");
        }

        DurableFile.Sync(path);
        var written = database.Count($"select num_rows from parquet_file_metadata({SqlText.Literal(path)})");
        var expected = database.Count($"select count(*) from {SqlText.Identifier(table)}");
        if (written != expected)
        {
            throw new InvalidDataException($"{path} was written with {written} rows, but the table has {expected}: nothing was published.");
        }
    }
}
