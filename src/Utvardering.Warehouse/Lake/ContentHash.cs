using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Lake;

/// <summary>
/// The content hash of a vintage: SHA-256 over one line <c>rows=N,name:TYPE,name:TYPE…\n</c> and then the digests of the columns
/// (<see cref="ColumnDigest"/>), rows in key order. Neither the time nor the way it came counts, nor the version of the Parquet writer.
/// </summary>
/// <remarks>It is taken from the part as written, so that the vintage is named by what a reader will get of it.</remarks>
internal static class ContentHash
{
    /// <param name="database">Reads the part.</param>
    /// <param name="part">Full path of a Parquet file whose rows are in key order.</param>
    /// <param name="columns">The columns that are content, in their order.</param>
    /// <param name="rows">How many rows the part has.</param>
    /// <exception cref="InvalidDataException">A column read back has another number of rows.</exception>
    public static string Of(WorkDatabase database, string part, IReadOnlyList<string> columns, long rows)
    {
        var from = $"read_parquet({SqlText.Literal(part)})";
        var types = database.Rows($"select column_name, column_type from (describe select * from {from})")
            .ToDictionary(row => (string)row[0]!, row => (string)row[1]!, StringComparer.Ordinal);
        var digests = new byte[columns.Count][];
        // One column at a time to each thread: dealt out in ranges, the texts, which take longest, may all come to one.
        var singly = Partitioner.Create(Enumerable.Range(0, columns.Count), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(singly, new() { MaxDegreeOfParallelism = Environment.ProcessorCount }, index =>
        {
            using var connection = database.Connect();
            digests[index] = ColumnDigest.Of(connection, from, columns[index], types[columns[index]], rows);
        });
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var head = columns.Select(column => $"{column}:{types[column]}").Prepend(string.Create(CultureInfo.InvariantCulture, $"rows={rows}"));
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join(',', head) + "\n"));
        foreach (var digest in digests)
        {
            hash.AppendData(digest);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
