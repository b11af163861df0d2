using System.Globalization;

namespace Utvardering.Ingestion.Spreadsheets;

/// <summary>Comments of a sheet: their texts, and the drawing of VML without which spreadsheet programs show none.</summary>
internal static class SheetNotes
{
    public static string Comments(IReadOnlyList<SheetNote> notes) =>
        $"<comments xmlns=\"{WorkbookWriter.Main}\"><authors><author>{WorkbookWriter.Escaped(SheetNote.Author)}</author></authors><commentList>"
        + string.Concat(notes.Select(note =>
            $"<comment ref=\"{ColumnLetters.Of(note.Column - 1)}{note.Row.ToString(CultureInfo.InvariantCulture)}\" authorId=\"0\">"
            + $"<text><t xml:space=\"preserve\">{WorkbookWriter.Escaped(note.Text)}</t></text></comment>"))
        + "</commentList></comments>";

    public static string Drawing(IReadOnlyList<SheetNote> notes) =>
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
        + "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
        + "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>"
        + string.Concat(notes.Select((note, index) => string.Create(CultureInfo.InvariantCulture,
            $"<v:shape id=\"_x0000_s{1025 + index}\" type=\"#_x0000_t202\" style=\"position:absolute;width:260pt;height:90pt;visibility:hidden\" fillcolor=\"#ffffe1\">"
            + $"<x:ClientData ObjectType=\"Note\"><x:AutoFill>False</x:AutoFill><x:Row>{note.Row - 1}</x:Row><x:Column>{note.Column - 1}</x:Column></x:ClientData></v:shape>")))
        + "</xml>";
}
