using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Reports;
using Utvardering.Ingestion.Sources;
using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Checks;

/// <summary><c>quarantine/&lt;source&gt;/&lt;sha256&gt;/</c>: a refused body whole, out of the landing, with what was wrong for machines and for people.</summary>
/// <param name="root"><c>&lt;data root&gt;/quarantine</c>.</param>
/// <param name="mark">Makes the workbook with the problems marked; null for bodies that have none.</param>
internal sealed class Quarantine(string root, SourceDefinition source, Func<LandedBody, BodyProblems, byte[]?>? mark = null)
{
    public RefusedFile Take(LandedBody body, BodyProblems problems)
    {
        var folder = Path.Combine(Path.GetFullPath(root), source.Source, body.Sha256);
        var report = ReportFiles.Write(folder, new ProblemReport(source, body.Origin, body.Sha256, body.Retrieved)
        {
            Total = problems.Total,
            ByRule = problems.ByRule,
            Problems = problems.First,
        }, mark?.Invoke(body, problems));
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
}
