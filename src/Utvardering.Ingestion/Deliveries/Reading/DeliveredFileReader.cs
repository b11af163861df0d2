using System.Text;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Deliveries.Contract;
using Utvardering.Ingestion.Spreadsheets;
using Utvardering.Ingestion.Staging;

namespace Utvardering.Ingestion.Deliveries.Reading;

/// <summary>Reads delivered bytes, CSV, XLSX or XLS by what they are and not by their name. Nothing is written anywhere.</summary>
internal static class DeliveredFileReader
{
    static DeliveredFileReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="declared">The encoding that the source states for text files; null to find it out.</param>
    /// <returns>Null when the bytes are neither.</returns>
    public static DeliveredFile? Read(byte[] bytes, DeliveryContract contract, string? declared)
    {
        if (WorkbookReader.Is(bytes))
        {
            return DeliveredWorkbook.Read(bytes);
        }

        return Decode(bytes, declared) is var (text, encoding, faults) ? DeliveredText.Read(text, encoding, faults, contract) : null;
    }

    /// <summary>A cell without surrounding blanks (non-breaking ones too); null when nothing is left.</summary>
    internal static string? Cell(string text) => text.Trim() is { Length: > 0 } filled ? filled : null;

    /// <returns>Null when the bytes are no text.</returns>
    private static (string Text, string Encoding, IReadOnlyList<Problem> Faults)? Decode(byte[] bytes, string? declared)
    {
        // Any bytes are text of one byte a letter. Of the others the bytes themselves tell, and a wrong declaration is a fault of the form:
        // the gate must see the text all the same.
        using var stream = new MemoryStream(bytes, writable: false);
        var found = declared is TextFileReader.Latin1 or TextFileReader.Windows or TextFileReader.MacRoman ? declared : EncodingDetection.Of(stream);
        var text = Encoding.GetEncoding(found).GetString(bytes).TrimStart('\uFEFF');
        return text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\f' or (>= '\u0080' and <= '\u009F')))
            ? null
            : (text, found, declared is null || declared == found ? [] : [FileProblems.Encoding(declared)]);
    }
}
