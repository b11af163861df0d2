namespace Utvardering.Ingestion.Landing;

/// <summary>A body kept as it came.</summary>
/// <param name="Sha256">64 lower-case hexadecimal digits; also the file's name.</param>
/// <param name="Origin">Address, or path relative to the input folder.</param>
/// <param name="File">Full path of the bytes.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Status">HTTP status; null for files.</param>
public sealed record LandedBody(string Sha256, string Origin, DateTimeOffset Retrieved, string File, long Bytes, int? Status, string? ContentType);
