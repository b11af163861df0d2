using System.Globalization;
using System.Xml;

namespace Utvardering.Ingestion.Spreadsheets;

/// <summary>The XML of one sheet, its elements in the order that the standard demands.</summary>
internal static class SheetXml
{
    private const string Main = WorkbookWriter.Main;
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="first">The sheet that is open when the workbook is opened.</param>
    public static void Write(XmlWriter xml, SheetDraft sheet, bool first)
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", Main);
        View(xml, sheet, first);
        Columns(xml, sheet);
        xml.WriteStartElement("sheetData", Main);
        foreach (var row in sheet.Rows)
        {
            Row(xml, row);
        }

        xml.WriteEndElement();
        Validations(xml, sheet);
        if (sheet.Notes.Count > 0)
        {
            xml.WriteStartElement("legacyDrawing", Main);
            xml.WriteAttributeString("r", "id", Office, "rId1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void View(XmlWriter xml, SheetDraft sheet, bool first)
    {
        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        if (first)
        {
            xml.WriteAttributeString("tabSelected", "1");
        }

        xml.WriteAttributeString("workbookViewId", "0");
        if (sheet.FrozenRows > 0)
        {
            xml.WriteStartElement("pane", Main);
            xml.WriteAttributeString("ySplit", Number(sheet.FrozenRows));
            xml.WriteAttributeString("topLeftCell", "A" + Number(sheet.FrozenRows + 1));
            xml.WriteAttributeString("activePane", "bottomLeft");
            xml.WriteAttributeString("state", "frozen");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Columns(XmlWriter xml, SheetDraft sheet)
    {
        if (sheet.Columns.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("cols", Main);
        for (var column = 1; column <= sheet.Columns.Count; column++)
        {
            xml.WriteStartElement("col", Main);
            xml.WriteAttributeString("min", Number(column));
            xml.WriteAttributeString("max", Number(column));
            xml.WriteAttributeString("width", sheet.Columns[column - 1].Width.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("style", Number((int)sheet.Columns[column - 1].Look));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, SheetRow row)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", Number(row.Number));
        foreach (var cell in row.Cells)
        {
            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", ColumnLetters.Of(cell.Column - 1) + Number(row.Number));
            xml.WriteAttributeString("s", Number((int)cell.Look));
            if (cell.Text is { } text)
            {
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteStartElement("t", Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteRaw(WorkbookWriter.Escaped(text));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Validations(XmlWriter xml, SheetDraft sheet)
    {
        if (sheet.Validations.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("dataValidations", Main);
        xml.WriteAttributeString("count", Number(sheet.Validations.Count));
        foreach (var validation in sheet.Validations)
        {
            Validation(xml, validation);
        }

        xml.WriteEndElement();
    }

    private static void Validation(XmlWriter xml, SheetValidation validation)
    {
        var column = ColumnLetters.Of(validation.Column - 1);
        xml.WriteStartElement("dataValidation", Main);
        xml.WriteAttributeString("type", validation.List is not null ? "list" : validation.Decimals ? "decimal" : "whole");
        if (validation.List is null)
        {
            xml.WriteAttributeString("operator", "greaterThanOrEqual");
        }

        xml.WriteAttributeString("allowBlank", "1");
        xml.WriteAttributeString("showInputMessage", "1");
        xml.WriteAttributeString("showErrorMessage", "1");
        xml.WriteAttributeString("errorTitle", "Kontrollera värdet");
        xml.WriteAttributeString("error", validation.List is not null ? "Välj ett värde i listan." : "Skriv ett tal som är 0 eller större.");
        xml.WriteAttributeString("promptTitle", Cut(validation.HintTitle, 32));
        xml.WriteAttributeString("prompt", Cut(validation.Hint, 255));
        xml.WriteAttributeString("sqref", $"{column}{Number(validation.FirstRow)}:{column}{Number(validation.LastRow)}");
        xml.WriteElementString("formula1", Main, validation.List ?? "0");
        xml.WriteEndElement();
    }

    // The format's own limits: a longer text makes Excel call the file damaged.
    private static string Cut(string text, int most) => text.Length > most ? text[..(most - 1)] + "…" : text;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
