namespace Utvardering.Ingestion.PersonalData;

/// <summary>What the gate says of a file.</summary>
/// <param name="Findings">The first 1 000, in the order found.</param>
/// <param name="Total">How many there were.</param>
/// <param name="ByKind">How many of each kind.</param>
public sealed record GateReport(IReadOnlyList<GateFinding> Findings, long Total, IReadOnlyDictionary<FindingKind, long> ByKind)
{
    /// <summary>False: the whole file is refused.</summary>
    public bool Passed => Total == 0;

    /// <summary>One finding that the whole file is refused for.</summary>
    public static GateReport Of(GateFinding finding) => new([finding], 1, new Dictionary<FindingKind, long> { [finding.Kind] = 1 });

    /// <summary>What is said of the parts of a file, as one.</summary>
    public static GateReport Of(IReadOnlyList<GateReport> parts) => new(
        [.. parts.SelectMany(part => part.Findings).Take(FindingLog.Kept)],
        parts.Sum(part => part.Total),
        parts.SelectMany(part => part.ByKind).GroupBy(pair => pair.Key).OrderBy(kind => kind.Key).ToDictionary(kind => kind.Key, kind => kind.Sum(pair => pair.Value)));
}
