using Utvardering.Ingestion.Landing;

namespace Utvardering.Ingestion.Staging;

/// <summary>A file's table that the database does not read by itself.</summary>
/// <param name="Titles">Of the cells.</param>
/// <param name="Rows">With their numbers in the file.</param>
/// <param name="Given">Column → the text it has on every row.</param>
internal sealed record TableInMemory(
    LandedBody Body, IReadOnlyList<string> Titles, IEnumerable<(long Row, IReadOnlyList<string?> Cells)> Rows, IReadOnlyDictionary<string, string> Given);
