namespace Utvardering.Ingestion.PersonalData;

/// <summary>
/// One column of a file. Beside judging each cell it keeps count of whole numbers that one cell can't settle: nine digits
/// (a ten-digit personal number of someone born 2001–2009 that lost its leading zero in a spreadsheet) and, in columns of
/// amounts, ten. Random ones pass date and control digit in less than 1 case of 100, so a column where half of them do is no accident.
/// </summary>
/// <param name="whenFilled">What it is that a cell of the column holds anything at all; null where it may.</param>
/// <param name="longest">The most characters of a value; null for any.</param>
internal sealed class ColumnScan(string name, ColumnUse use, FindingKind? whenFilled = null, int? longest = null)
{
    private const int EnoughDifferent = 5;

    // Different values, so that one amount repeated on every row does not count as many.
    private readonly HashSet<long> different = [];
    private long asked;
    private long possible;
    private long firstRow;

    /// <summary>Its title when the rules know it, else its number.</summary>
    public string Name => name;

    public void Judge(long row, ReadOnlySpan<char> cell, DateOnly today, FindingLog findings)
    {
        if (whenFilled is { } kind && !cell.IsWhiteSpace())
        {
            findings.Add(row, name, kind);
        }
        else if (cell.Trim().Length > longest)
        {
            findings.Add(row, name, FindingKind.FreeText);
        }

        var scan = CellScan.Of(cell, use, today);
        findings.Add(row, name, scan);
        if (scan.Doubt is { } doubt)
        {
            asked++;
            if (doubt.Possible)
            {
                firstRow = possible++ == 0 ? row : firstRow;
                if (different.Count < EnoughDifferent)
                {
                    different.Add(doubt.Value);
                }
            }
        }
    }

    public void JudgeWhole(FindingLog findings)
    {
        if (different.Count >= EnoughDifferent && possible * 2 >= asked)
        {
            findings.Add(firstRow, name, FindingKind.PersonalNumber);
        }

        different.Clear();
    }
}
