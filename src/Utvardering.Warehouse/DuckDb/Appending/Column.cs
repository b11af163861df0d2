using System.Globalization;
using System.Numerics;
using DuckDB.NET.Data;

namespace Utvardering.Warehouse.DuckDb.Appending;

/// <summary>
/// How one column takes each kind of CLR value. Each Write either stores the value exactly and returns null,
/// or stores nothing and returns the reason, a sentence.
/// </summary>
internal abstract class Column(string name, string type, bool nullable)
{
    public string Name { get; } = name;
    public string Type { get; } = type;
    public bool Nullable { get; } = nullable;

    /// <summary>What may be given instead, for the reason: "text", "a date".</summary>
    protected abstract string Takes { get; }

    public virtual string? Write(IDuckDBAppenderRow row, string value) => Unfit("text");
    public virtual string? Write(IDuckDBAppenderRow row, byte[] value) => Unfit("bytes");
    public virtual string? Write(IDuckDBAppenderRow row, long value) => Unfit("an integer");
    public virtual string? Write(IDuckDBAppenderRow row, double value) => Unfit("a floating-point number");
    public virtual string? Write(IDuckDBAppenderRow row, decimal value) => Unfit("a decimal");
    public virtual string? Write(IDuckDBAppenderRow row, bool value) => Unfit("true or false");
    public virtual string? Write(IDuckDBAppenderRow row, DateOnly value) => Unfit("a date");
    public virtual string? Write(IDuckDBAppenderRow row, DateTime value) => Unfit("a date and time");
    public virtual string? Write(IDuckDBAppenderRow row, DateTimeOffset value) => Unfit("an instant");
    public virtual string? Write(IDuckDBAppenderRow row, TimeOnly value) => Unfit("a time of day");
    public virtual string? Write(IDuckDBAppenderRow row, TimeSpan value) => Unfit("a length of time");
    public virtual string? Write(IDuckDBAppenderRow row, Guid value) => Unfit("a UUID");

    // The large integers come down to long where they fit; only the columns that hold more see them.
    public virtual string? Write(IDuckDBAppenderRow row, ulong value) => value <= long.MaxValue ? Write(row, (long)value) : OutOfRange();

    public virtual string? Write(IDuckDBAppenderRow row, BigInteger value)
        => value >= long.MinValue && value <= ulong.MaxValue
            ? value <= long.MaxValue ? Write(row, (long)value) : Write(row, (ulong)value)
            : OutOfRange();

    protected string OutOfRange() => $"It is outside what {Type} can hold.";

    protected string Inexact() => $"{Type} can't hold it exactly; round it first.";

    private string Unfit(string given) => string.Create(CultureInfo.InvariantCulture, $"The column is {Type} and takes {Takes}, not {given}.");
}
