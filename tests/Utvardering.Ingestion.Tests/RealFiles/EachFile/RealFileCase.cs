namespace Utvardering.Ingestion.Tests.RealFiles.EachFile;

/// <summary>One file of ../shared/data, taken in and held against figures read in the file by hand.</summary>
/// <param name="File">Its path from <c>../shared/data</c>.</param>
internal sealed record RealFileCase(string File, Func<RealFile, Task> Check);
