using System.Buffers.Binary;
using Utvardering.Ingestion.Spreadsheets;

namespace Utvardering.Ingestion.Deliveries.Reading;

/// <summary>The records of an .xls that are known to hold nothing but cells, looks, settings and texts.</summary>
/// <remarks>
/// Not among them, so that a file with one is refused: pictures, charts, macros, embedded objects, encrypted workbooks, values of other
/// workbooks, pivot tables, queries, scenarios, logs of changes.
/// </remarks>
/// <seealso href="https://learn.microsoft.com/openspecs/office_file_formats/ms-xls/">The numbers are those of 2.3.2, Record Enumeration.</seealso>
internal static class BiffRecords
{
    private const int Note = 0x1C;
    private const int Text = 0x1B6;
    private const int Object = 0x5D;
    private const int PictureGroup = 0xEB;
    private const int Theme = 0x896;
    private const int WorkbookGlobals = 0x05;
    private const int Cells = 0x10;

    /// <summary>Of drawn objects: the arrow of a list to choose from, and the frame of a comment.</summary>
    private static readonly int[] HarmlessObjects = [0x14, 0x19];

    private static readonly HashSet<int> Formulas = [BiffRecord.Formula, 0x18, 0x9E, 0x1B1, 0x1BE, 0x221, 0x236, 0x4BC];

    private static readonly HashSet<int> Others =
    [
        // The workbook: settings of calculation, protection, windows, names, fonts, formats, styles, links, texts.
        BiffRecord.End, 0x0C, 0x0D, 0x0E, 0x0F, 0x10, 0x11, 0x12, 0x13, 0x17, 0x19, 0x22, 0x31, 0x3D, 0x40, 0x42, 0x5B, 0x5C, 0x5E, 0x5F, 0x60, 0x61, 0x86, 0x8C, 0x8D, 0x92,
        0x9A, 0x9C, 0xC1, 0xDA, 0xE0, 0xE1, 0xE2, 0xFC, 0xFF, 0x13D, 0x160, 0x161, 0x1AE, 0x1AF, 0x1B7, 0x1BA, 0x1BC, 0x1C0, 0x1C1, 0x293, 0x41E,
        0x863, 0x87C, 0x87D, 0x88C, 0x88E, 0x88F, 0x892, 0x89A, 0x89B, 0x8A3,
        // A sheet: cells, rows, columns, views, pages, validations, conditional looks, links, filters.
        0x14, 0x15, 0x1A, 0x1B, 0x1D, 0x26, 0x27, 0x28, 0x29, 0x2A, 0x2B, 0x33, 0x41, 0x4D, 0x55, 0x63, 0x7D, 0x80, 0x81, 0x82, 0x83, 0x84, 0x90, 0x97, 0x98, 0x99, 0x9B,
        0x9D, 0xA0, 0xA1, 0xBD, 0xBE, 0xD7, 0xDD, 0xE5, 0xEC, 0xED, 0xEF, 0xFD, 0x15F, 0x1B0, 0x1B2, 0x1B8, 0x200, 0x201, 0x203, 0x204, BiffRecord.ErrorCell, 0x207, 0x208,
        0x20B, 0x225, 0x23E, 0x27E, 0x800, 0x862, 0x867, 0x868, 0x87E, 0x87F, 0x88B, 0x89C,
    ];

    /// <summary>Comments, and the text of text boxes.</summary>
    public static bool IsFreeText(int record) => record is Note or Text;

    /// <summary>Whether numbers can stand within it in a form that is no text.</summary>
    public static bool HoldsFormula(int record) => Formulas.Contains(record);

    public static bool IsKnown(BiffRecord record) => record.Id switch
    {
        BiffRecord.Begin => record.Content is [_, _, WorkbookGlobals or Cells, 0, ..],
        BiffRecord.SheetPlace => record.Sheet().HasCells,
        Object => record.Content is [0x15, 0, _, _, var type, 0, ..] && HarmlessObjects.Contains(type),
        PictureGroup => !HasPictures(record.Content),
        // The program's own theme is told by its number; another comes as a packed file.
        Theme => record.Content.Length <= 16,
        _ => IsFreeText(record.Id) || HoldsFormula(record.Id) || Others.Contains(record.Id),
    };

    /// <summary>Whether a drawing group has a store of pictures among its parts.</summary>
    private static bool HasPictures(ReadOnlySpan<byte> group)
    {
        const int header = 8;
        const int store = 0xF001;
        for (var at = header; at + header <= group.Length; at += header + Math.Max(0, BinaryPrimitives.ReadInt32LittleEndian(group[(at + 4)..])))
        {
            if (BiffRecord.Number(group, at + 2) == store)
            {
                return true;
            }
        }

        return false;
    }
}
