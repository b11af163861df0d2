namespace Utvardering.SampleData;

/// <summary>What a web source answers.</summary>
/// <param name="Status">The HTTP status.</param>
public sealed record SampleAnswer(int Status, string ContentType, byte[] Body);
