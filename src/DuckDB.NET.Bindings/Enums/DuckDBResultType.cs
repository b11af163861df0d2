namespace DuckDB.NET.Native;

/// <summary>duckdb_result_type.</summary>
public enum DuckDBResultType
{
    Invalid = 0,
    ChangedRows = 1,
    Nothing = 2,
    QueryResult = 3,
}
