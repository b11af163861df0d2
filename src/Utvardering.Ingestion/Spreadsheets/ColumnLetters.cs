namespace Utvardering.Ingestion.Spreadsheets;

/// <summary>Columns as Excel names them.</summary>
internal static class ColumnLetters
{
    /// <summary>A, B, … Z, AA, … for 0, 1, …</summary>
    public static string Of(int column) => column < 26 ? ((char)('A' + column)).ToString() : Of((column / 26) - 1) + Of(column % 26);

    /// <summary>0, 1, … for A, B, …; null when the text is no column.</summary>
    public static int? Parse(string letters) => letters.Length is 1 or 2 or 3 && letters.All(char.IsAsciiLetterUpper)
        ? letters.Aggregate(0, (number, letter) => (number * 26) + letter - 'A' + 1) - 1
        : null;
}
