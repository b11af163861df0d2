namespace Utvardering.Ingestion.Transport;

/// <param name="Retrieved">When the answer came, by the transport's clock.</param>
public sealed record WebAnswer(int Status, string? ContentType, byte[] Body, DateTimeOffset Retrieved)
{
    /// <summary>The source asks not to be asked again before; null when it says nothing.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Null when the source gives none.</summary>
    public Validators? Validators { get; init; }
}
