using Utvardering.Ingestion.Landing;

namespace Utvardering.Ingestion.Staging;

/// <summary>A delimited file that was looked at, and what is to be taken of it.</summary>
/// <param name="Cells">Column → SQL of its text over the file's own columns c0, c1, …; a column without one is empty.</param>
/// <param name="Where">SQL over the file's own columns: the rows to take.</param>
internal sealed record DelimitedTable(LandedBody Body, CsvFile File, IReadOnlyDictionary<string, string> Cells, string Where = "true");
