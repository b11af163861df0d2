using System.Globalization;
using Utvardering.Ingestion.PersonalData;
using Utvardering.Ingestion.Spreadsheets;

namespace Utvardering.Ingestion.Deliveries.Reading;

/// <summary>
/// What an .xls holds beside the cells that a reader gives. Every text in it is searched, of whatever part and also what no part shows any
/// more; and every part must be one that is known to hold no more than cells, their looks and texts: any other refuses the file.
/// </summary>
internal static class BiffParts
{
    private const string HiddenText = "dold text/hidden text";

    private static readonly HashSet<string> KnownStreams = new(StringComparer.Ordinal)
    {
        BiffRecord.Stream, "\u0005SummaryInformation", "\u0005DocumentSummaryInformation", "\u0001CompObj", "\u0001Ole",
    };

    /// <exception cref="InvalidDataException">The bytes are no workbook of Excel 97 to 2003, or are damaged.</exception>
    public static WorkbookParts Read(byte[] bytes)
    {
        var streams = CompoundFile.Parts(bytes);
        var workbook = streams.FirstOrDefault(stream => stream.Name == BiffRecord.Stream) ?? throw new InvalidDataException("there is no workbook in the file");
        var records = BiffRecord.Read(workbook.Content);
        // Record by record, where the texts are whole; stream by stream; and the file as it lies, for what was deleted and is still there.
        var texts = records.SelectMany(record => TextRuns.Of(record.Content))
            .Concat(streams.SelectMany(stream => TextRuns.Of(stream.Content)))
            .Concat(TextRuns.Of(bytes))
            .Concat(records.Where(record => BiffRecords.HoldsFormula(record.Id)).SelectMany(Numbers));
        return new(
            [
                new(HiddenText, OtherPartUse.Expected, Rows(texts.Distinct())),
                new("kommentarer och textrutor/comments and text boxes", OtherPartUse.FreeText, Rows(records.Where(record => BiffRecords.IsFreeText(record.Id)).Select(_ => "text"))),
            ],
            streams.All(stream => KnownStreams.Contains(stream.Name)) && records.All(BiffRecords.IsKnown) ? null : FindingKind.UnscannedPart);
    }

    /// <summary>Whole numbers of nine to twelve digits within a formula: any eight bytes of it that are one.</summary>
    private static IEnumerable<string> Numbers(BiffRecord record)
    {
        // The first of a cell's formula are its place and its value, and the value is the reader's.
        for (var at = record.Id == BiffRecord.Formula ? 20 : 0; at + 8 <= record.Content.Length; at++)
        {
            if (BitConverter.ToDouble(record.Content, at) is >= 1e8 and < 1e13 and var number && number == Math.Floor(number))
            {
                yield return number.ToString("F0", CultureInfo.InvariantCulture);
            }
        }
    }

    private static IReadOnlyList<DeliveredRow> Rows(IEnumerable<string> texts) => [.. texts.Select((text, index) => new DeliveredRow(index + 1, [text]))];
}
