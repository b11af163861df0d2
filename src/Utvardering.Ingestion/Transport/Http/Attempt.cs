namespace Utvardering.Ingestion.Transport.Http;

/// <summary>What one attempt has come to.</summary>
/// <param name="Address">What is asked.</param>
/// <param name="Proxy">What stands between; null for nothing.</param>
/// <param name="Number">From 1.</param>
internal sealed record Attempt(string Source, HttpMethod Method, Uri Address, Uri? Proxy, int Number)
{
    /// <summary>The answer's status; null until an answer has begun.</summary>
    public int? Status { get; set; }

    /// <summary>Bytes of the answer that have come, unpacked.</summary>
    public long Bytes { get; set; }

    /// <summary>Bytes the source said it would send; null when it did not say.</summary>
    public long? Promised { get; set; }
}
