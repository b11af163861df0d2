namespace Utvardering.Ingestion.Transport;

/// <param name="Retrieved">When the answer came, by the transport's clock.</param>
public sealed record WebAnswer(int Status, string? ContentType, byte[] Body, DateTimeOffset Retrieved);
