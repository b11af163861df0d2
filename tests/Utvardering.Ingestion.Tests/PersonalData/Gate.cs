using Utvardering.Ingestion.PersonalData;

namespace Utvardering.Ingestion.Tests.PersonalData;

/// <summary>The gate on small files, judged on 2025-12-31.</summary>
internal static class Gate
{
    public static DateOnly Today { get; } = new(2025, 12, 31);

    /// <summary>The kinds found in one cell under a column "text" of that use.</summary>
    public static IReadOnlyList<FindingKind> Kinds(string cell, ColumnUse use = ColumnUse.Scan) =>
        [.. Column(use, cell).Findings.Select(finding => finding.Kind)];

    public static GateReport Column(ColumnUse use, params string[] cells) =>
        Judge(new() { Today = Today, Columns = new Dictionary<string, ColumnUse> { ["text"] = use } }, ["text"], [.. cells.Select(cell => new[] { cell })]);

    public static GateReport Judge(GateRules rules, string[] header, IReadOnlyList<string?[]> rows, string file = "leverans.csv")
    {
        var scan = new PersonalDataGate(rules).Open(file, header);
        for (var i = 0; i < rows.Count; i++)
        {
            scan.Row(i + 2, rows[i]);
        }

        return scan.Complete();
    }
}
