using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Utvardering.Warehouse.DuckDb;

/// <summary>
/// The values of one column as DuckDB holds them, a chunk at a time and in the order of the query: for passes over whole tables, where a
/// reader that makes an object of each value would take most of the time.
/// </summary>
internal static class ColumnChunks
{
    /// <summary>What is done with a chunk; the vector and its values are gone after it.</summary>
    internal delegate void ChunkAction(ColumnChunk chunk);

    /// <param name="connection">Open, and free until the last chunk.</param>
    /// <param name="sql">A SELECT of one column.</param>
    /// <param name="read">Is given every chunk.</param>
    /// <exception cref="InvalidOperationException">DuckDB refused the query or failed in it; the message holds what it said.</exception>
    public static void Read(DuckDBConnection connection, string sql, ChunkAction read)
    {
        using var statement = Prepare(connection, sql);
        var state = NativeMethods.PreparedStatements.DuckDBExecutePreparedStreaming(statement, out var result);
        try
        {
            Require(state, NativeMethods.Query.DuckDBResultError(ref result), sql);
            while (true)
            {
                using var chunk = NativeMethods.StreamingResult.DuckDBStreamFetchChunk(result);
                var rows = chunk.IsInvalid ? 0 : (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);
                if (rows == 0)
                {
                    break;
                }

                read(new(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, 0), rows));
            }

            // An error after the first chunk ends the stream like its end does.
            if (NativeMethods.Query.DuckDBResultError(ref result) is { Length: > 0 } error)
            {
                throw new InvalidOperationException($"{error} {sql}");
            }
        }
        finally
        {
            result.Close();
        }
    }

    private static DuckDBPreparedStatement Prepare(DuckDBConnection connection, string sql)
    {
        var native = connection.NativeConnection;
        var number = NativeMethods.ExtractStatements.DuckDBExtractStatements(native, sql, out var statements);
        using (statements)
        {
            if (number != 1)
            {
                throw new InvalidOperationException($"{NativeMethods.ExtractStatements.DuckDBExtractStatementsError(statements)} {sql}");
            }

            var state = NativeMethods.ExtractStatements.DuckDBPrepareExtractedStatement(native, statements, 0, out var statement);
            Require(state, NativeMethods.PreparedStatements.DuckDBPrepareError(statement), sql);
            return statement;
        }
    }

    private static void Require(DuckDBState state, string? error, string sql)
    {
        if (state != DuckDBState.Success)
        {
            throw new InvalidOperationException($"{error} {sql}");
        }
    }
}
