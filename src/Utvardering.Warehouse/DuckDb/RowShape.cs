using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Utvardering.Warehouse.DuckDb;

/// <summary>The columns of rows that a program makes: their names and types, of which each has a fixed width.</summary>
public sealed class RowShape : IDisposable
{
    private readonly List<DuckDBLogicalType> types = [];

    private RowShape(IReadOnlyList<string> names) => Names = names;

    public IReadOnlyList<string> Names { get; }

    /// <summary>Bytes of a value, by column.</summary>
    public IReadOnlyList<int> Widths { get; private set; } = [];

    internal IReadOnlyList<DuckDBLogicalType> Types => types;

    /// <summary>The shape of a table, which may be empty and need not stay.</summary>
    /// <param name="table">The table's name, unquoted.</param>
    /// <exception cref="NotSupportedException">The values of a column have no fixed width.</exception>
    internal static RowShape Of(DuckDBConnection connection, string table)
    {
        var shape = new RowShape(connection.Query($"select column_name from (describe {SqlText.Identifier(table)})", row => row.GetString(0)));
        // The one place where DuckDB's C functions tell the type of an enumeration by its table.
        var state = NativeMethods.Appender.DuckDBAppenderCreateExt(connection.NativeConnection, null, null, table, out var appender);
        using (appender)
        {
            if (state != DuckDBState.Success)
            {
                throw new InvalidOperationException($"The columns of {table} could not be told.");
            }

            shape.types.AddRange(Enumerable.Range(0, shape.Names.Count).Select(column => NativeMethods.Appender.DuckDBAppenderColumnType(appender, (ulong)column)));
        }

        shape.Widths = [.. shape.types.Select(Width)];
        return shape;
    }

    public void Dispose() => types.ForEach(type => type.Dispose());

    private static int Width(DuckDBLogicalType logical)
    {
        var type = NativeMethods.LogicalType.DuckDBGetTypeId(logical);
        return (type == DuckDBType.Enum ? NativeMethods.LogicalType.DuckDBEnumInternalType(logical) : type) switch
        {
            DuckDBType.UnsignedTinyInt => sizeof(byte),
            DuckDBType.UnsignedSmallInt => sizeof(ushort),
            DuckDBType.UnsignedInteger or DuckDBType.Integer or DuckDBType.Date => sizeof(int),
            DuckDBType.BigInt or DuckDBType.Double => sizeof(long),
            _ => throw new NotSupportedException($"Rows are not made of values of the type {type}."),
        };
    }
}
