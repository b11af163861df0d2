using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Utvardering.Cli.Output;

/// <summary>Writes a record for the next program: UTF-8, indented, camelCase, nulls left in.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static void Write<T>(T record)
    {
        using var output = Console.OpenStandardOutput();
        JsonSerializer.Serialize(output, record, Options);
        output.Write("\n"u8);
    }
}
