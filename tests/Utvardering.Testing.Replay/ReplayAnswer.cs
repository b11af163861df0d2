using System.Text;

namespace Utvardering.Testing.Replay;

/// <summary>What a source answers when it behaves.</summary>
public sealed record ReplayAnswer(int Status, string ContentType, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public static ReplayAnswer Json(string json, int status = 200) => new(status, "application/json", Encoding.UTF8.GetBytes(json));
}
