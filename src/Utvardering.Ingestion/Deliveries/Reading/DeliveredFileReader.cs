using System.Globalization;
using Utvardering.Ingestion.Deliveries.Contract;

namespace Utvardering.Ingestion.Deliveries.Reading;

/// <summary>Reads delivered bytes, CSV or XLSX by what they are and not by their name. Nothing is written anywhere.</summary>
internal static class DeliveredFileReader
{
    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    /// <param name="declared">The encoding that the source states for text files; null to find it out.</param>
    /// <returns>Null when the bytes are neither.</returns>
    public static DeliveredFile? Read(byte[] bytes, DeliveryContract contract, string? declared)
    {
        if (bytes.AsSpan().StartsWith(Zip))
        {
            return DeliveredWorkbook.Read(bytes);
        }

        return DeliveredEncoding.Decode(bytes, declared) is var (text, encoding, faults)
            ? DeliveredText.Read(text, encoding, faults, contract)
            : null;
    }

    /// <summary>A cell without surrounding blanks (non-breaking ones too); null when nothing is left.</summary>
    internal static string? Cell(object? value) => (value switch
    {
        null => null,
        string text => text,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    })?.Trim() is { Length: > 0 } filled ? filled : null;
}
