using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Checks;

/// <summary><c>quarantine/&lt;source&gt;/&lt;sha256&gt;/</c>: a refused body whole, out of the landing, with what was wrong for machines and for people.</summary>
/// <param name="root"><c>&lt;data root&gt;/quarantine</c>.</param>
internal sealed class Quarantine(string root, SourceDefinition source)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public RefusedFile Take(LandedBody body, BodyProblems problems)
    {
        var folder = Path.Combine(Path.GetFullPath(root), source.Source, body.Sha256);
        DurableFile.CreateFolder(folder);
        var report = Path.Combine(folder, "problems.txt");
        DurableFile.Write(Path.Combine(folder, "problems.json"), Json(body, problems), FaultPlaces.QuarantineReport);
        DurableFile.Write(report, Encoding.UTF8.GetBytes(SwedishReport.Of(source, body, problems)));
        KeepRecord(body, Path.Combine(folder, "body"));
        FaultPoint.Reach(FaultPlaces.QuarantineReported);
        // The body comes last: one that lies here has all that is known of it beside.
        File.Move(body.File, Path.Combine(folder, "body"), overwrite: true);
        DurableFile.SyncFolder(folder);
        FaultPoint.Reach(FaultPlaces.QuarantineMoved);
        File.Delete(body.File + ".json");
        DurableFile.SyncFolder(Path.GetDirectoryName(body.File)!);
        return new(body.Origin, body.Sha256, problems.Total, report);
    }

    /// <summary>A body that was refused before keeps the time it first came.</summary>
    private static void KeepRecord(LandedBody body, string place)
    {
        var came = LandingStore.ReadRecord(body.File);
        LandingStore.WriteRecord(place + ".json", File.Exists(place + ".json") ? LandingStore.ReadRecord(place).And(came) : came);
    }

    private byte[] Json(LandedBody body, BodyProblems problems) => JsonSerializer.SerializeToUtf8Bytes(
        new { source = source.Source, body.Origin, body.Sha256, body.Retrieved, count = problems.Total, problems.ByRule, problems = problems.First },
        Options);
}
