namespace Utvardering.Ingestion.Staging;

/// <summary>A text file made ready for the CSV reader.</summary>
/// <param name="Utf8File">Full path of the text in composed UTF-8; the landed file itself when it already is.</param>
/// <param name="Encoding">The encoding the bytes were in.</param>
/// <param name="FirstLine">Without line break and byte order mark; null when the file is empty.</param>
/// <param name="BlankLines">Line numbers, from 1, of lines without any character; the CSV reader passes over them uncounted.</param>
/// <param name="Composed">Letters came taken apart (NFD) and were put together.</param>
/// <param name="HasNul">There is a NUL character: this is no text.</param>
internal sealed record TextFile(string Utf8File, string Encoding, string? FirstLine, IReadOnlyList<long> BlankLines, bool Composed, bool HasNul);
