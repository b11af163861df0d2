using System.Security.Cryptography;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Deliveries.Contract;
using Utvardering.Ingestion.Deliveries.Reading;
using Utvardering.Ingestion.PersonalData;
using Utvardering.Ingestion.Reports;
using Utvardering.Ingestion.Sealing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Transport;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Faults;

namespace Utvardering.Ingestion.Deliveries.Gate;

/// <summary>
/// The gate that every delivered file passes before a byte of it is stored: it is read, searched and judged in memory. What is refused
/// is written to the audit log, and then sealed or destroyed; what passes goes on to the landing.
/// </summary>
/// <remarks>
/// The order makes a crash harmless at any point: nothing is stored before the decision stands in the log, nothing readable after it,
/// and a file that is still in the input folder is judged again. The same bytes under the same rules are decided on once.
/// </remarks>
internal sealed class DeliveryGate(SourceDefinition source, DeliveryContract contract, RefusalPolicy policy, string dataRoot, TimeProvider clock)
{
    private const long MostBytes = 256L << 20;

    private readonly List<RefusedFile> refused = [];
    private readonly List<string> warnings = [];
    private readonly RefusalLog decisions = new(dataRoot, source.Source, contract.Version, clock);
    private readonly RefusedBytes kept = new(Path.Combine(dataRoot, "quarantine"), policy.Keys, clock);

    public IReadOnlyList<RefusedFile> Refused => refused;

    public IReadOnlyList<string> Warnings => warnings;

    /// <returns>The file, its bytes in memory; null when it is refused.</returns>
    /// <exception cref="InputException">The file is too large, or the audit log can't be written: then nothing of the file is kept.</exception>
    public OriginFile? Pass(OriginFile file)
    {
        var bytes = Read(file);
        var delivered = DeliveredFileReader.Read(bytes, contract, source.Encoding);
        // Of the two clocks the later one: a replay may stand at an earlier day than those who are born since.
        var today = DateOnly.FromDateTime((file.Retrieved > clock.GetUtcNow() ? file.Retrieved : clock.GetUtcNow()).UtcDateTime);
        var report = new DeliveryScan(contract, today).Judge(file.RelativePath, delivered);
        if (report.Passed)
        {
            return file with { Open = () => new MemoryStream(bytes, writable: false) };
        }

        Refuse(file, bytes, report);
        return null;
    }

    private static byte[] Read(OriginFile file)
    {
        using var stream = file.Open();
        using var copy = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > MostBytes)
            {
                // Its name may hold personal data too, and is not judged yet.
                throw new InputException($"A delivered file is larger than {MostBytes >> 20} MB, which no delivery of counts is. Remove it from the input folder.");
            }
        }

        return copy.ToArray();
    }

    private void Refuse(OriginFile file, byte[] bytes, GateReport report)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var reasons = report.ByKind.ToDictionary(kind => FindingTexts.Rule(kind.Key), kind => kind.Value, StringComparer.Ordinal);
        var entry = decisions.Decide(sha256, policy.Mode, reasons).Number;
        FaultPoint.Reach(FaultPlaces.GateDecided);

        // The rules may have grown since the same bytes passed: then they lie readable from that time.
        ReadableCopies.Remove(dataRoot, source.Source, sha256);
        if (!kept.IsDone(source.Source, sha256, entry))
        {
            kept.Refuse(source.Source, bytes, policy.Mode, reasons, entry);
        }

        FaultPoint.Reach(FaultPlaces.GateKept);

        var hidden = report.Findings.Any(finding => finding.File == FindingTexts.HiddenFileName);
        var origin = hidden ? FindingTexts.HiddenFileName : file.RelativePath;
        var folder = Path.Combine(Path.GetFullPath(dataRoot), "quarantine", source.Source, sha256);
        var written = ReportFiles.Write(folder, new ProblemReport(source, origin, sha256, file.Retrieved)
        {
            Total = report.Total,
            ByRule = reasons,
            Problems = [.. report.Findings.Select(finding => Problem(finding, file.RelativePath))],
            Fate = RefusalTexts.Fate(policy),
        }, marked: null);
        refused.Add(new(origin, sha256, report.Total, written, policy.Mode));
        warnings.Add(RefusalTexts.Warning(origin, policy));
    }

    private static Problem Problem(GateFinding finding, string path)
    {
        // Places beside the table are told with the column; the file itself stands above.
        var inTable = finding.File == FindingTexts.HiddenFileName || path.Split('/').Contains(finding.File);
        return new(
            FindingTexts.Rule(finding.Kind), finding.Row,
            inTable ? finding.Column : string.Join(", ", new[] { finding.File, finding.Column }.OfType<string>()),
            null, finding.What, finding.Remedy);
    }
}
