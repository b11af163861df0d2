using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Schemas;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Ingestion.Direct;

/// <summary>A field of the dataset and where its cells stand in the file.</summary>
/// <param name="From">How a cell becomes the field's text; null: the field is empty on every row.</param>
/// <param name="Place">The file's column; null: the field's text is the same on every row.</param>
/// <param name="KeyPlace">The field's place in the key; null: it is not part of it.</param>
/// <param name="IsRegistered">The field must stand in a registry.</param>
internal sealed record DirectColumn(SchemaField Field, TidyColumn? From, int? Place, int? KeyPlace, bool IsRegistered)
{
    /// <summary>More texts than this are no dictionary in every row group of the Parquet file.</summary>
    private const int MostCodesStored = 4096;

    private readonly byte? decimalSign = Field is { Type: FieldType.Number or FieldType.WholeNumber, Pattern: null, Codes: null } && KeyPlace is null && !IsRegistered
        ? (byte?)From?.DecimalSign
        : null;

    /// <summary>Plain numbers are taken as they stand, and only cells that are written otherwise are of a kind.</summary>
    public bool TakesNumbers => decimalSign is not null;

    /// <summary>The enumeration of the field's texts.</summary>
    public string Codes => SqlText.Identifier("codes:" + Field.Name);

    /// <summary>DuckDB's type of what is stored.</summary>
    public string Type => Field.Type switch
    {
        FieldType.WholeNumber => "bigint",
        FieldType.Number => "double",
        FieldType.Date => "date",
        FieldType.Year => "integer",
        _ => Codes,
    };

    /// <summary>A plain number where they are taken as they stand.</summary>
    /// <param name="bits">Of the value as it is stored.</param>
    public bool TryNumber(ReadOnlySpan<byte> cell, out long bits)
    {
        bits = 0;
        if (decimalSign is not { } sign)
        {
            return false;
        }

        if (Field.Type == FieldType.WholeNumber)
        {
            return PlainNumber.TryWhole(cell, out bits);
        }

        var plain = PlainNumber.TryDecimal(cell, sign, out var number);
        bits = BitConverter.DoubleToInt64Bits(number);
        return plain;
    }

    /// <summary>SQL over the rows as they are made: the value for Parquet, where an enumeration is a dictionary.</summary>
    /// <param name="kinds">How many texts there are.</param>
    public string Write(int kinds)
    {
        var name = SqlText.Identifier(Field.Name);
        return Field.Type == FieldType.Text && kinds > MostCodesStored ? $"{name}::varchar as {name}" : name;
    }
}
