using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Staging;

namespace Utvardering.Ingestion.Adapters;

/// <summary>Finds the columns an adapter needs in a file's header.</summary>
internal static class CsvColumns
{
    /// <param name="needed">Column titles.</param>
    /// <returns>Title → SQL of the cell; null when a column is missing: the problems say which.</returns>
    public static Dictionary<string, string>? Find(StagedRows staged, LandedBody body, CsvFile file, IReadOnlyCollection<string> needed)
    {
        foreach (var missing in needed.Where(title => file.Find(title) is null))
        {
            staged.Problems.Add(body, FileProblems.MissingColumn(missing, file.Header));
        }

        return staged.Problems.Has(body)
            ? null
            : needed.ToDictionary(title => title, title => CsvTable.Cell(file.Find(title)!.Value), StringComparer.Ordinal);
    }
}
