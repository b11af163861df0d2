namespace Utvardering.Ingestion.Spreadsheets;

/// <summary>The cells of an .xls sheet that hold an error of Excel, as <see cref="OpenXmlErrors"/> finds them in an .xlsx.</summary>
internal static class BiffErrors
{
    private static readonly Dictionary<int, string> Names = new()
    {
        [0x00] = "#NULL!", [0x07] = "#DIV/0!", [0x0F] = "#VALUE!", [0x17] = "#REF!", [0x1D] = "#NAME?", [0x24] = "#NUM!", [0x2A] = "#N/A",
    };

    /// <returns>Row and column counted from 0, and the error as Excel shows it.</returns>
    public static IReadOnlyList<(int Row, int Column, string Error)> Of(Stream stream, string sheet)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        if (CompoundFile.Parts(copy.ToArray()).FirstOrDefault(part => part.Name == BiffRecord.Stream) is not { } workbook)
        {
            return [];
        }

        var records = BiffRecord.Read(workbook.Content);
        var place = records.Where(record => record.Id == BiffRecord.SheetPlace).Select(record => record.Sheet()).FirstOrDefault(known => known.Name == sheet).Offset;
        return place == 0 ? [] :
        [
            .. records.SkipWhile(record => record.Offset < place).TakeWhile(record => record.Id != BiffRecord.End)
                .Select(record => (Cell: record.Content, Error: Error(record)))
                .Where(cell => cell.Error is not null)
                .Select(cell => (BiffRecord.Number(cell.Cell, 0), BiffRecord.Number(cell.Cell, 2), cell.Error!)),
        ];
    }

    /// <summary>Of an error cell, or of a formula whose value is an error.</summary>
    private static string? Error(BiffRecord record) => record switch
    {
        { Id: BiffRecord.ErrorCell, Content: [_, _, _, _, _, _, var code, 1, ..] } => Names.GetValueOrDefault(code, "#N/A"),
        { Id: BiffRecord.Formula, Content: [_, _, _, _, _, _, 2, _, var code, _, _, _, 0xFF, 0xFF, ..] } => Names.GetValueOrDefault(code, "#N/A"),
        _ => null,
    };
}
