using System.Globalization;

namespace Utvardering.Warehouse.DuckDb;

/// <summary>A value that a table's column can't hold as it is. The message names table, row, column and value.</summary>
public sealed class ValueRefusedException : Exception
{
    private const int LongestValue = 80;

    internal ValueRefusedException(string table, string column, long row, object? value, string reason)
        : base($"Table {table}, row {row}, column {column}: {Show(value)} was refused. {reason}")
    {
        Table = table;
        Column = column;
        Row = row;
        Value = value;
    }

    public string Table { get; }

    public string Column { get; }

    /// <summary>Counted from 1 in the order in which the rows were appended.</summary>
    public long Row { get; }

    public object? Value { get; }

    private static string Show(object? value)
    {
        var text = value switch
        {
            null => "NULL",
            string s => $"\"{s}\"",
            byte[] bytes => $"{bytes.Length} bytes",
            // The general format leaves out the time's fractions and the date's order is another in each culture.
            DateOnly or DateTime or DateTimeOffset or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        return text.Length <= LongestValue ? text : text[..LongestValue] + "…";
    }
}
