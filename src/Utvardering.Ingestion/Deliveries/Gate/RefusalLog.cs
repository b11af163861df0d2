using System.Globalization;
using Utvardering.Ingestion.Sealing;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Audit;

namespace Utvardering.Ingestion.Deliveries.Gate;

/// <summary>
/// The decisions on a source's refused deliveries in the audit log. A file may lie in the input folder for months and be judged by every
/// run: the same bytes, refused for the same findings under the same contract, are one decision and one entry.
/// </summary>
/// <param name="dataRoot">Holds <c>audit/</c>.</param>
/// <param name="source">The delivered source.</param>
/// <param name="contract">The version of its contract: under another one, a decision is another.</param>
/// <param name="clock">Of the entries.</param>
internal sealed class RefusalLog(string dataRoot, string source, string contract, TimeProvider clock)
{
    /// <summary>The action of its entries.</summary>
    public const string Action = "delivery-refused";

    private readonly AuditLog log = new(Path.Combine(dataRoot, "audit"), clock);
    private ILookup<string, AuditEntry>? before;

    /// <param name="sha256">Of the refused bytes.</param>
    /// <param name="mode">What becomes of them.</param>
    /// <param name="findings">How many by rule.</param>
    /// <returns>The entry of the decision, from now or from an earlier run.</returns>
    /// <exception cref="InputException">The log can't be written.</exception>
    public AuditEntry Decide(string sha256, RefusalMode mode, IReadOnlyDictionary<string, long> findings)
    {
        var under = $"contract:{contract}";
        string[] reasons = [.. findings.Select(finding => string.Create(CultureInfo.InvariantCulture, $"{finding.Key}:{finding.Value}")), under];
        var decision = mode == RefusalMode.Sealed ? "sealed" : "destroyed";
        before ??= log.Read()
            .Where(entry => entry.Event.Action == Action && entry.Event.Source == source && entry.Event.Sha256 is not null)
            .ToLookup(entry => entry.Event.Sha256!, StringComparer.Ordinal);

        // Back to where something else was decided: a return to earlier rules is a decision too. The same bytes may lie there under two
        // names of which one is itself a finding, so more than the newest entry counts.
        return before[sha256].Reverse()
            .TakeWhile(entry => entry.Event.Decision == decision && entry.Event.Reasons.Contains(under))
            .FirstOrDefault(entry => entry.Event.Reasons.SequenceEqual(reasons))
            ?? log.Append(new("utvardering", Action, source, sha256, decision, reasons));
    }
}
