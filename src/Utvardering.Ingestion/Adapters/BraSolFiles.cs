using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Staging;

namespace Utvardering.Ingestion.Adapters;

/// <summary>The delimited exports of Brå's statistics site, whose rows may end with a delimiter that the header lacks.</summary>
internal static class BraSolFiles
{
    /// <param name="columns">Titles that each file must have.</param>
    /// <param name="name">Names the columns of a file for the reports.</param>
    public static GatheredRows Gather(StagedRows staged, IReadOnlyList<LandedBody> bodies, IReadOnlyList<string> columns, Action<LandedBody> name) =>
        GatheredRows.Of(staged, columns, [.. bodies.Select(body => Read(staged, body, columns, name)).OfType<DelimitedTable>()]);

    private static DelimitedTable? Read(StagedRows staged, LandedBody body, IReadOnlyList<string> columns, Action<LandedBody> name)
    {
        name(body);
        return CsvReading.Open(staged, body, new(null, staged.Source.Encoding, Ragged: true)) is { } file && CsvColumns.Find(staged, body, file, columns) is { } cells
            ? new(body, file, cells)
            : null;
    }
}
