using System.Numerics;
using DuckDB.NET.Data;
using Utvardering.Warehouse.DuckDb.Appending;

namespace Utvardering.Warehouse.DuckDb;

/// <exception cref="ValueRefusedException">Thrown by every overload: the column can't hold the value exactly.</exception>
public sealed partial class CheckedAppender
{
    public CheckedAppender Append(string? value) => value is null ? AppendNull() : Put(value, static (column, row, v) => column.Write(row, v));

    public CheckedAppender Append(byte[]? value) => value is null ? AppendNull() : Put(value, static (column, row, v) => column.Write(row, v));

    /// <summary>Every smaller integer type comes here too.</summary>
    public CheckedAppender Append(long? value) => value is { } given ? Put(given, static (column, row, v) => column.Write(row, v)) : AppendNull();

    public CheckedAppender Append(ulong? value) => value is { } given ? Put(given, static (column, row, v) => column.Write(row, v)) : AppendNull();

    public CheckedAppender Append(BigInteger? value) => value is { } given ? Put(given, static (column, row, v) => column.Write(row, v)) : AppendNull();

    /// <summary>A float comes here too.</summary>
    public CheckedAppender Append(double? value) => value is { } given ? Put(given, static (column, row, v) => column.Write(row, v)) : AppendNull();

    public CheckedAppender Append(decimal? value) => value is { } given ? Put(given, static (column, row, v) => column.Write(row, v)) : AppendNull();

    public CheckedAppender Append(bool? value) => value is { } given ? Put(given, static (column, row, v) => column.Write(row, v)) : AppendNull();

    public CheckedAppender Append(DateOnly? value) => value is { } given ? Put(given, static (column, row, v) => column.Write(row, v)) : AppendNull();

    /// <summary>A local time is refused: it means another instant on another machine.</summary>
    public CheckedAppender Append(DateTime? value) => value is { } given ? Put(given, static (column, row, v) => column.Write(row, v)) : AppendNull();

    public CheckedAppender Append(DateTimeOffset? value) => value is { } given ? Put(given, static (column, row, v) => column.Write(row, v)) : AppendNull();

    public CheckedAppender Append(TimeOnly? value) => value is { } given ? Put(given, static (column, row, v) => column.Write(row, v)) : AppendNull();

    /// <summary>A length of time, for INTERVAL.</summary>
    public CheckedAppender Append(TimeSpan? value) => value is { } given ? Put(given, static (column, row, v) => column.Write(row, v)) : AppendNull();

    public CheckedAppender Append(Guid? value) => value is { } given ? Put(given, static (column, row, v) => column.Write(row, v)) : AppendNull();

    /// <summary>A value whose type is known only when it comes; null and DBNull are NULL.</summary>
    public CheckedAppender AppendObject(object? value) => value switch
    {
        null or DBNull => AppendNull(),
        string v => Append(v),
        byte[] v => Append(v),
        sbyte v => Append(v),
        byte v => Append(v),
        short v => Append(v),
        ushort v => Append(v),
        int v => Append(v),
        uint v => Append(v),
        long v => Append(v),
        ulong v => Append(v),
        BigInteger v => Append(v),
        float v => Append(v),
        double v => Append(v),
        decimal v => Append(v),
        bool v => Append(v),
        DateOnly v => Append(v),
        DateTime v => Append(v),
        DateTimeOffset v => Append(v),
        TimeOnly v => Append(v),
        TimeSpan v => Append(v),
        Guid v => Append(v),
        _ => throw Refuse(Next(), value, $"No column takes a value of the CLR type {value.GetType()}."),
    };

    private CheckedAppender Put<T>(T value, Func<Column, IDuckDBAppenderRow, T, string?> write)
    {
        var column = Next();
        return write(column, row!, value) is { } reason ? throw Refuse(column, value, reason) : this;
    }
}
