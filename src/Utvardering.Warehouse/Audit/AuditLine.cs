using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Utvardering.Warehouse.Audit;

/// <summary>An entry as a line of canonical JSON: names in alphabetical order, no blanks, UTF-8, time in UTC to 100 ns.</summary>
internal static class AuditLine
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    // Å, Ä and Ö stay letters.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The entry that follows another.</summary>
    public static AuditEntry Next(long number, string previous, DateTimeOffset time, AuditEvent what)
    {
        var entry = new AuditEntry(number, time.ToUniversalTime(), what, previous, "");
        return entry with { Hash = HashOf(entry) };
    }

    public static string HashOf(AuditEntry entry) => Convert.ToHexStringLower(SHA256.HashData(Json(entry, withHash: false)));

    /// <summary>The line, without line break.</summary>
    public static byte[] Write(AuditEntry entry) => Json(entry, withHash: true);

    /// <returns>Null when the bytes are not what <see cref="Write"/> makes of any entry.</returns>
    public static AuditEntry? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            using var json = JsonDocument.ParseValue(ref reader);
            var entry = Entry(json.RootElement);
            return line.SequenceEqual(Write(entry)) ? entry : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private static AuditEntry Entry(JsonElement json)
    {
        var subject = json.GetProperty("subject");
        return new(
            json.GetProperty("number").GetInt64(),
            DateTimeOffset.ParseExact(
                json.GetProperty("time").GetString() ?? "", TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            new(
                json.GetProperty("actor").GetString() ?? "",
                json.GetProperty("action").GetString() ?? "",
                subject.GetProperty("source").GetString(),
                subject.GetProperty("sha256").GetString(),
                json.GetProperty("decision").GetString() ?? "",
                [.. json.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString() ?? "")]),
            json.GetProperty("previous").GetString() ?? "",
            json.GetProperty("hash").GetString() ?? "");
    }

    private static byte[] Json(AuditEntry entry, bool withHash)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("action", entry.Event.Action);
            json.WriteString("actor", entry.Event.Actor);
            json.WriteString("decision", entry.Event.Decision);
            if (withHash)
            {
                json.WriteString("hash", entry.Hash);
            }

            json.WriteNumber("number", entry.Number);
            json.WriteString("previous", entry.Previous);
            json.WriteStartArray("reasons");
            foreach (var reason in entry.Event.Reasons)
            {
                json.WriteStringValue(reason);
            }

            json.WriteEndArray();
            json.WriteStartObject("subject");
            json.WriteString("sha256", entry.Event.Sha256);
            json.WriteString("source", entry.Event.Source);
            json.WriteEndObject();
            json.WriteString("time", entry.Time.ToString(TimeFormat, CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
