using System.Text;
using DuckDB.NET.Data;

namespace Utvardering.Warehouse.DuckDb.Appending;

internal sealed class TextColumn(string name, string type, bool nullable) : Column(name, type, nullable)
{
    protected override string Takes => "text";

    public override string? Write(IDuckDBAppenderRow row, string value)
    {
        if (!IsWellFormed(value))
        {
            return "The text is broken: it holds half of a UTF-16 surrogate pair.";
        }

        // DuckDB.NET's appender ends the text there.
        if (value.Contains('\0'))
        {
            return "The text holds a NUL character; take it out first.";
        }

        row.AppendValue(value);
        return null;
    }

    // Half a pair would be stored as U+FFFD without a word.
    private static bool IsWellFormed(string value)
    {
        var rest = value.AsSpan();
        for (var at = rest.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0; at = rest.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (Rune.DecodeFromUtf16(rest[at..], out _, out var used) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            rest = rest[(at + used)..];
        }

        return true;
    }
}
