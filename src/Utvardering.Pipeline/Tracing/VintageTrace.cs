using Utvardering.Ingestion.Landing;
using Utvardering.Pipeline.Runs;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Pipeline.Tracing;

/// <summary>From a vintage to the files it came in, as far as they lie in the data root.</summary>
/// <param name="root">The data root.</param>
internal sealed class VintageTrace(string root)
{
    /// <param name="used">As the run's provenance names it.</param>
    /// <param name="figure">The rows that are asked about, where the dataset is the indicator's own; null: all.</param>
    public TracedVintage Of(UsedVintage used, FigureRows? figure)
    {
        var folder = Path.Combine("lake", used.Dataset, used.Source, used.Name);
        var package = Path.Combine(folder, DataPackage.FileName);
        var isThere = File.Exists(Path.Combine(root, package));
        var rows = isThere ? figure?.In(new Vintage(used.Dataset, used.Source, VintageName.TryParse(used.Name)!, Path.Combine(root, folder))) : null;
        return new(
            used.Dataset, used.Source, used.Name, used.ContentHash, used.RowCount, isThere ? package : null, rows?.Values.Sum(body => body.Rows),
            [.. used.Landing.Where(body => rows is null || rows.ContainsKey(body.Sha256)).Select(body => Landing(used.Source, body, rows is null ? null : rows[body.Sha256]))]);
    }

    private TracedLanding Landing(string source, DataPackageLanding body, (long Rows, long First, long Last)? rows)
    {
        var file = Path.Combine("landing", source, body.Sha256);
        var record = File.Exists(Path.Combine(root, file + ".json")) ? LandingStore.ReadRecord(Path.Combine(root, file)) : null;
        var retrieval = record?.Retrievals.FirstOrDefault(came => came.Origin == body.Origin);
        return new(body.Sha256, body.Origin, body.Retrieved, record?.Bytes, retrieval?.Status, File.Exists(Path.Combine(root, file)) ? file : null, rows?.Rows, rows?.First, rows?.Last);
    }
}
