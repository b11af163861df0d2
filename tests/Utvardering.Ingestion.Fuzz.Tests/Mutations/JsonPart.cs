using System.Text.Json;

namespace Utvardering.Ingestion.Fuzz.Tests.Mutations;

/// <summary>A value in JSON text, by its bytes.</summary>
/// <param name="NameStart">Where the property's name begins; null in a list.</param>
internal sealed record JsonPart(int Start, int End, JsonTokenType Kind, int? NameStart)
{
    /// <summary>Where the value begins with its name.</summary>
    public int From => NameStart ?? Start;

    /// <summary>All values, inner ones before outer ones; up to the first fault where the text is no JSON.</summary>
    public static List<JsonPart> Of(byte[] json)
    {
        var parts = new List<JsonPart>();
        var open = new Stack<(int Start, JsonTokenType Kind, int? NameStart)>();
        int? name = null;
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                var start = (int)reader.TokenStartIndex;
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = start;
                        continue;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push((start, reader.TokenType, name));
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        var begun = open.Pop();
                        parts.Add(new(begun.Start, (int)reader.BytesConsumed, begun.Kind, begun.NameStart));
                        break;
                    default:
                        parts.Add(new(start, (int)reader.BytesConsumed, reader.TokenType, name));
                        break;
                }

                name = null;
            }
        }
        catch (JsonException)
        {
            // What was read before the fault will do.
        }

        return parts;
    }
}
