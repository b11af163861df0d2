namespace Utvardering.Ingestion.PersonalData;

/// <summary>What the gate says of a file.</summary>
/// <param name="Findings">The first 1 000, in the order found.</param>
/// <param name="Total">How many there were.</param>
/// <param name="ByKind">How many of each kind.</param>
public sealed record GateReport(IReadOnlyList<GateFinding> Findings, long Total, IReadOnlyDictionary<FindingKind, long> ByKind)
{
    /// <summary>False: the whole file is refused.</summary>
    public bool Passed => Total == 0;
}
