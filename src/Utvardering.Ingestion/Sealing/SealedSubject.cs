namespace Utvardering.Ingestion.Sealing;

/// <summary>Whose bytes are sealed: they open only under the same source and hash.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="Sha256">Of the clear bytes, 64 lower-case hexadecimal digits.</param>
public sealed record SealedSubject(string Source, string Sha256);
