using Utvardering.Warehouse.Tables;

namespace Utvardering.Disclosure;

/// <summary>The released tables of a run: all that reports, charts and the portal may read.</summary>
public sealed class ReleasedTables(string folder)
{
    /// <summary>The folder of the tables' files.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>The names of the tables, in order.</summary>
    public IReadOnlyList<string> Names => [.. Directory.EnumerateFiles(Folder, "*.parquet").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

    /// <summary>The rows of a released table.</summary>
    /// <exception cref="InvalidDataException">The table was not released, or lacks a column of the record.</exception>
    public IReadOnlyList<T> Read<T>(string table) => ParquetRecords.Read<T>(PathOf(table));

    /// <summary>The table's file.</summary>
    public string PathOf(string table) => Path.Combine(Folder, table + ".parquet");
}
