using System.Security.Cryptography;
using System.Text;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Lake;

/// <summary>
/// The content hash of a table: SHA-256 over one line <c>name:TYPE,name:TYPE…</c> and then the rows as DuckDB writes CSV
/// (comma, no header, null as <c>\N</c>), in key order. Neither the time nor the way it came counts, nor the version of the Parquet writer.
/// </summary>
internal static class CanonicalContent
{
    public static string Hash(WorkDatabase database, string table, IReadOnlyList<string> columns, string folder)
    {
        var types = database.Rows($"select column_name, data_type from duckdb_columns() where table_name = {SqlText.Literal(table)}")
            .ToDictionary(row => (string)row[0]!, row => (string)row[1]!, StringComparer.Ordinal);
        var file = Path.Combine(folder, "content.csv");
        database.Execute($"copy (select {SqlLists.Names(columns)} from {SqlText.Identifier(table)}) to {SqlText.Literal(file)} (format csv, header false, delimiter ',', nullstr '\\N')");
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(Encoding.UTF8.GetBytes(string.Join(',', columns.Select(column => $"{column}:{types[column]}")) + "\n"));
            using var stream = File.OpenRead(file);
            var buffer = new byte[1 << 16];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        finally
        {
            File.Delete(file);
        }
    }
}
