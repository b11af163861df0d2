namespace Utvardering.Ingestion.Staging;

/// <param name="Delimiter">Null: the one the first line has most of.</param>
/// <param name="Encoding">Null: found from the bytes.</param>
/// <param name="Ragged">Rows may have one cell more than the header, or fewer cells: a trailing delimiter that the header lacks.</param>
/// <param name="HeaderOptional">A first line with a number in it is a row already: the file has no header.</param>
internal sealed record CsvOptions(char? Delimiter, string? Encoding, bool Ragged = false, bool HeaderOptional = false);
