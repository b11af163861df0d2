using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.PersonalData;

namespace Utvardering.Ingestion.Deliveries.Reading;

/// <summary>All that stands in a delivered file, as texts in memory: its table, and what is outside it.</summary>
/// <param name="Header">The first row that is not blank, cells trimmed; empty when the file is.</param>
/// <param name="HeaderRow">Its number.</param>
/// <param name="Rows">The rows after it that are not blank.</param>
/// <param name="Others">Other sheets, comments, properties.</param>
/// <param name="Unread">The workbook holds what can't be read as text, and of which kind; null when it does not.</param>
/// <param name="Encoding">Of a text file; null of a workbook.</param>
/// <param name="Faults">What is wrong with the file's form.</param>
internal sealed record DeliveredFile(
    IReadOnlyList<string> Header,
    long HeaderRow,
    IReadOnlyList<DeliveredRow> Rows,
    IReadOnlyList<OtherPart> Others,
    FindingKind? Unread,
    string? Encoding,
    IReadOnlyList<Problem> Faults)
{
    /// <param name="rows">All rows, blank ones too; the first that is not blank is the header.</param>
    public static DeliveredFile Of(
        IReadOnlyList<DeliveredRow> rows, IReadOnlyList<OtherPart> others, FindingKind? unread, string? encoding, IReadOnlyList<Problem> faults)
    {
        var filled = rows.Where(row => row.Cells.Any(cell => cell is not null)).ToList();
        if (filled.Count == 0)
        {
            return new([], 1, [], others, unread, encoding, faults);
        }

        var header = filled[0].Cells.Select(cell => cell ?? "").ToList();
        while (header is [.., ""])
        {
            header.RemoveAt(header.Count - 1);
        }

        return new(header, filled[0].Number, filled[1..], others, unread, encoding, faults);
    }

    /// <summary>The place of a column; letter case does not count. −1 when the file lacks it.</summary>
    public int IndexOf(string heading) =>
        Header.ToList().FindIndex(title => string.Equals(title, heading, StringComparison.OrdinalIgnoreCase));
}
