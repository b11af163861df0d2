namespace Utvardering.SampleData;

/// <summary>A file that someone has put into an inbox.</summary>
/// <param name="RelativePath">Its place within the inbox folder asked for.</param>
public sealed record SampleFile(string RelativePath, byte[] Content);
