namespace DuckDB.NET.Native;

/// <summary>How a table function's callback reads a parameter.</summary>
public interface IDuckDBValueReader
{
    bool IsNull();
    T GetValue<T>();
}
