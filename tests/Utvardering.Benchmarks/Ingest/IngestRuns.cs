using Utvardering.Benchmarks.Measuring;
using Utvardering.Ingestion;
using Utvardering.Ingestion.Transport;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Benchmarks.Ingest;

/// <summary>The two ways from the CSV file to Parquet, each for a process of its own.</summary>
internal static class IngestRuns
{
    /// <summary>All of it: landing, checks, vintage, as <c>utvardering run</c> does it for one source.</summary>
    public static Task IngestAsync(IngestWorkplace place) => Measurement.PrintAsync(async () =>
    {
        var outcome = await new Ingestor(IngestWorkplace.Project).IngestAsync(place.Source, new FolderTransport(place.Input, TimeProvider.System), place.DataRoot);
        return outcome is { IsNew: true, Refused.Count: 0, Vintage: { } vintage }
            ? (outcome.RowsAccepted, vintage.Parts.Sum(part => new FileInfo(part).Length))
            : throw new InvalidOperationException("The file was refused: " + string.Join(' ', outcome.Refused.Select(file => File.ReadAllText(file.ReportFile))));
    });

    /// <summary>DuckDB's COPY with its default settings: types guessed, nothing checked, nothing synced to the disk.</summary>
    public static Task CopyAsync(IngestWorkplace place) => Measurement.PrintAsync(() =>
    {
        using var database = Database.OpenInMemory();
        database.Execute($"copy (select * from read_csv({SqlText.Literal(place.File)})) to {SqlText.Literal(place.Copy)}");
        var rows = database.Scalar<long>($"select sum(num_rows)::bigint from parquet_file_metadata({SqlText.Literal(place.Copy)})");
        return Task.FromResult((rows, new FileInfo(place.Copy).Length));
    });
}
