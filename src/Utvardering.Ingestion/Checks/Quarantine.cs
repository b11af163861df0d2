using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
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
        Directory.CreateDirectory(folder);
        var report = Path.Combine(folder, "problems.txt");
        DurableFile.Write(Path.Combine(folder, "problems.json"), Json(body, problems));
        DurableFile.Write(report, Encoding.UTF8.GetBytes(SwedishReport.Of(source, body, problems)));
        File.Move(body.File, Path.Combine(folder, "body"), overwrite: true);
        File.Move(body.File + ".json", Path.Combine(folder, "body.json"), overwrite: true);
        DurableFile.SyncFolder(folder);
        return new(body.Origin, body.Sha256, problems.Total, report);
    }

    private byte[] Json(LandedBody body, BodyProblems problems) => JsonSerializer.SerializeToUtf8Bytes(
        new { source = source.Source, body.Origin, body.Sha256, body.Retrieved, count = problems.Total, problems.ByRule, problems = problems.First },
        Options);
}
