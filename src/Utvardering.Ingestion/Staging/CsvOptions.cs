namespace Utvardering.Ingestion.Staging;

/// <param name="Ragged">Rows may have one cell more than the header, or fewer cells: a trailing delimiter that the header lacks.</param>
internal sealed record CsvOptions(char Delimiter, string? Encoding, bool Ragged = false);
