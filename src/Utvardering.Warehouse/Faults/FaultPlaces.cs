namespace Utvardering.Warehouse.Faults;

/// <summary>
/// Every step of writing after which a crash leaves something else on the disk. A new write point is a new name here, and with that a new
/// case of the crash tests.
/// </summary>
public static class FaultPlaces
{
    /// <summary>A body lies whole in the staging area, and nothing of it in the landing.</summary>
    public const string LandingStaged = "landing:staged";

    /// <summary>The record of a body is in its place, the body is not.</summary>
    public const string LandingRecorded = "landing:recorded";

    /// <summary>Body and record are in their place.</summary>
    public const string LandingPlaced = "landing:placed";

    /// <summary>What a vintage was read from is written beside its place.</summary>
    public const string LandingMemory = "landing:memory-beside";

    /// <summary>A retrieval from the web has noted an answer that it landed.</summary>
    public const string LandingJournal = "landing:journal-added";

    /// <summary>The versions of a finished retrieval's answers are written beside their place.</summary>
    public const string LandingVersions = "landing:versions-beside";

    /// <summary>An entry of the audit log is written, its head still knows the one before.</summary>
    public const string AuditAppended = "audit:entry-appended";

    /// <summary>The audit log's new head is written beside its place.</summary>
    public const string AuditHead = "audit:head-beside";

    /// <summary>The audit log says that a delivery was refused for personal data; nothing is done about it yet.</summary>
    public const string GateDecided = "gate:decided";

    /// <summary>A readable copy of a refused delivery is gone, others may still lie there.</summary>
    public const string GateCopyRemoved = "gate:copy-removed";

    /// <summary>The sealed bytes of a refused delivery are written beside their place.</summary>
    public const string SealingBytes = "sealing:bytes-beside";

    /// <summary>What was decided on a refused delivery is written beside its place.</summary>
    public const string SealingDecision = "sealing:decision-beside";

    /// <summary>The refused delivery is sealed or gone; its reports are not written.</summary>
    public const string GateKept = "gate:kept";

    /// <summary>A problem report is written beside its place.</summary>
    public const string QuarantineReport = "quarantine:report-beside";

    /// <summary>The reports of a refused body are in the quarantine, the body still in the landing.</summary>
    public const string QuarantineReported = "quarantine:reported";

    /// <summary>The refused body is in the quarantine, its record still in the landing too.</summary>
    public const string QuarantineMoved = "quarantine:body-moved";

    /// <summary>A vintage's rows are written in the staging area.</summary>
    public const string LakePart = "lake:part-written";

    /// <summary>A vintage's data package is written beside its place in the staging area.</summary>
    public const string LakePackage = "lake:package-beside";

    /// <summary>A vintage is whole in the staging area and not yet published.</summary>
    public const string LakeBuilt = "lake:built";

    /// <summary>The process was told that it may publish the vintage, and has not.</summary>
    public const string LakeConfirmed = "lake:confirmed";

    /// <summary>A vintage is published, its folder not yet synced.</summary>
    public const string LakeRenamed = "lake:renamed";

    /// <summary>What became of a source is written beside its place.</summary>
    public const string SourceState = "sources:state-beside";

    /// <summary>The mark of whose data a folder holds is written beside its place.</summary>
    public const string RootMarker = "root:marker-beside";

    /// <summary>The new warehouse is built beside the old one.</summary>
    public const string WarehouseBuilt = "warehouse:built";

    /// <summary>The process was told that the new warehouse may take the old one's place, and it has not.</summary>
    public const string WarehouseConfirmed = "warehouse:confirmed";

    /// <summary>The new warehouse has taken the old one's place.</summary>
    public const string WarehouseRenamed = "warehouse:renamed";

    /// <summary>The result tables of a run are written in its staging folder.</summary>
    public const string RunResults = "run:results-written";

    /// <summary>The provenance of a run is written beside its place.</summary>
    public const string RunProvenance = "run:provenance-beside";

    /// <summary>A run is whole in its staging folder and not yet published.</summary>
    public const string RunBuilt = "run:built";

    /// <summary>The process was told that it may publish the run, and has not.</summary>
    public const string RunConfirmed = "run:confirmed";

    /// <summary>A run is published and not yet the latest.</summary>
    public const string RunRenamed = "run:renamed";

    /// <summary>The new name of the latest run is written beside its place.</summary>
    public const string RunLatest = "run:latest-beside";

    public static IReadOnlyList<string> All { get; } =
    [
        LandingStaged, LandingRecorded, LandingPlaced, LandingMemory, LandingJournal, LandingVersions, AuditAppended, AuditHead,
        GateDecided, GateCopyRemoved, SealingBytes, SealingDecision, GateKept, QuarantineReport, QuarantineReported, QuarantineMoved,
        LakePart, LakePackage, LakeBuilt, LakeConfirmed, LakeRenamed, SourceState, RootMarker, WarehouseBuilt, WarehouseConfirmed, WarehouseRenamed,
        RunResults, RunProvenance, RunBuilt, RunConfirmed, RunRenamed, RunLatest,
    ];
}
