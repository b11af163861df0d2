using System.Buffers;

namespace Utvardering.Ingestion.PersonalData;

/// <summary>What one cell holds.</summary>
/// <param name="Number">The kind of the first personal number in it.</param>
/// <param name="Doubt">A whole number that only the column can settle.</param>
internal readonly record struct CellScan(FindingKind? Number, bool Email, bool Phone, (long Value, bool Possible)? Doubt)
{
    private const int OnStack = 256;

    public bool Found => Number is not null || Email || Phone;

    public static CellScan Of(ReadOnlySpan<char> cell, ColumnUse use, DateOnly today)
    {
        if (!CellText.MayHold(cell))
        {
            return default;
        }

        if (cell.Length <= OnStack)
        {
            Span<char> text = stackalloc char[OnStack];
            return OfText(text[..CellText.Normalise(cell, text)], use, today);
        }

        var rented = ArrayPool<char>.Shared.Rent(cell.Length);
        try
        {
            return OfText(rented.AsSpan(0, CellText.Normalise(cell, rented)), use, today);
        }
        finally
        {
            // Others rent this memory next.
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        }
    }

    private static CellScan OfText(Span<char> text, ColumnUse use, DateOnly today)
    {
        var search = new NumberSearch(text, use, today);
        var number = search.Find();
        return new(
            number,
            ContactSearch.HasEmail(text),
            number is null && use != ColumnUse.Code && ContactSearch.HasPhone(text),
            number is null ? search.Doubt : null);
    }
}
