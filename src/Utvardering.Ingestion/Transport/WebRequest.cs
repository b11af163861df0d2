namespace Utvardering.Ingestion.Transport;

/// <param name="JsonBody">Null for GET.</param>
public sealed record WebRequest(HttpMethod Method, Uri Address, string? JsonBody = null)
{
    public static WebRequest Get(Uri address) => new(HttpMethod.Get, address);

    public static WebRequest Post(Uri address, string jsonBody) => new(HttpMethod.Post, address, jsonBody);
}
