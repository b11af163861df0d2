using System.Text.Json;
using System.Text.Json.Serialization;

namespace Utvardering.Evaluation.Tests;

/// <summary>All rows of an evaluation as one text, to be held against another's.</summary>
internal static class RowsText
{
    private static readonly JsonSerializerOptions Options = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static string Of(ResultRows rows) => JsonSerializer.Serialize(rows, Options);
}
