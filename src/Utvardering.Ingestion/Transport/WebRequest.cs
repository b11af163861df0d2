using System.Security.Cryptography;
using System.Text;

namespace Utvardering.Ingestion.Transport;

/// <param name="JsonBody">Null for GET.</param>
public sealed record WebRequest(HttpMethod Method, Uri Address, string? JsonBody = null)
{
    /// <summary>The version we hold: the source may answer 304 instead of sending it again.</summary>
    public Validators? Held { get; init; }

    /// <summary>Method, address and, for a question with a body, the body's SHA-256: the same for the same question.</summary>
    public string Key => JsonBody is null
        ? $"{Method} {Address.AbsoluteUri}"
        : $"{Method} {Address.AbsoluteUri} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonBody)))}";

    public static WebRequest Get(Uri address) => new(HttpMethod.Get, address);

    public static WebRequest Post(Uri address, string jsonBody) => new(HttpMethod.Post, address, jsonBody);
}
