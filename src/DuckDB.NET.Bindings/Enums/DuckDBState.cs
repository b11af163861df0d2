namespace DuckDB.NET.Native;

/// <summary>duckdb_state.</summary>
public enum DuckDBState
{
    Success = 0,
    Error = 1,
}
