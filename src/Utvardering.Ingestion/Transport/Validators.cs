namespace Utvardering.Ingestion.Transport;

/// <summary>How a source tells one version of an answer from another, in its own words.</summary>
public sealed record Validators(string? ETag, string? LastModified);
