using Utvardering.Ingestion.Deliveries.Contract;
using Utvardering.Ingestion.Spreadsheets;

namespace Utvardering.Ingestion.Deliveries.Template;

/// <summary>The workbook that senders fill in, made from the contract: headings, lists to choose from, explanations.</summary>
public static class ContractTemplate
{
    /// <summary>Its name beside the schema.</summary>
    public const string FileName = "template.xlsx";

    /// <returns>The bytes of the .xlsx; the same contract gives the same bytes.</returns>
    public static byte[] Write(DeliveryContract contract)
    {
        var headings = new SheetRow(1, [.. contract.Columns.Select((column, index) => new SheetCell(index + 1, column.Heading, TemplateSheets.Heading(column)))]);
        return WorkbookWriter.Write(
        [
            TemplateSheets.Data(contract, [.. contract.Columns.Select(column => column.Heading)], [headings], headerRow: 1, []),
            TemplateSheets.Guide(contract),
            TemplateSheets.Codes(contract),
        ]);
    }
}
