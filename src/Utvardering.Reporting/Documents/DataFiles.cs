namespace Utvardering.Reporting.Documents;

/// <summary>Tables too long for a page: named here, and left as data files.</summary>
internal sealed record DataFiles(IReadOnlyList<ReportTable> Tables) : Block;
