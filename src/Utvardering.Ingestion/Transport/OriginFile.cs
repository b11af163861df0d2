namespace Utvardering.Ingestion.Transport;

/// <param name="RelativePath">With <c>/</c>, from the input folder.</param>
/// <param name="Retrieved">When the file was taken in, by the transport's clock.</param>
/// <param name="Open">Opens the bytes anew at each call.</param>
public sealed record OriginFile(string RelativePath, DateTimeOffset Retrieved, Func<Stream> Open);
