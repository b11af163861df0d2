using System.Globalization;

namespace Utvardering.Ingestion.PersonalData;

/// <summary>The judging of one file, row by row. Keeps places and counts, no cell.</summary>
public sealed class FileScan
{
    private readonly GateRules rules;
    private readonly Dictionary<string, ColumnUse> uses;
    private readonly FindingLog findings;
    private readonly List<ColumnScan> columns;
    private readonly KAnonymity? groups;

    internal FileScan(GateRules rules, string file, IReadOnlyList<string> header, long headerRow)
    {
        this.rules = rules;
        uses = new(rules.Columns, StringComparer.OrdinalIgnoreCase);
        var named = CellScan.Of(file, ColumnUse.Scan, rules.Today);
        findings = new(named.Found ? FindingTexts.HiddenFileName : file);
        findings.Add(null, null, named);
        columns = [.. header.Select(Column)];
        for (var i = 0; i < header.Count; i++)
        {
            findings.Add(headerRow, columns[i].Name, CellScan.Of(header[i], ColumnUse.Scan, rules.Today));
            if (rules.OnlyKnownColumns && header[i].Trim().Length > 0 && !uses.ContainsKey(header[i].Trim()))
            {
                findings.Add(headerRow, columns[i].Name, FindingKind.UnknownColumn);
            }
        }

        groups = Groups(header);
    }

    /// <param name="row">As an editor numbers rows, the header being 1.</param>
    /// <param name="cells">In the header's order; more cells than titles are scanned too.</param>
    public void Row(long row, IReadOnlyList<string?> cells)
    {
        while (columns.Count < cells.Count)
        {
            columns.Add(Column(null, columns.Count));
        }

        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is { Length: > 0 } cell)
            {
                columns[i].Judge(row, cell, rules.Today, findings);
            }
        }

        groups?.Add(row, cells);
    }

    /// <summary>The verdict, with what only the whole file shows: columns of shortened numbers and groups too small.</summary>
    public GateReport Complete()
    {
        foreach (var column in columns)
        {
            column.JudgeWhole(findings);
        }

        foreach (var row in groups?.FirstRowsOfSmallGroups() ?? [])
        {
            findings.Add(row, string.Join(", ", rules.QuasiIdentifiers), FindingKind.SmallGroup);
        }

        return findings.Report();
    }

    private ColumnScan Column(string? title, int index) => title is not null && uses.TryGetValue(title.Trim(), out var use)
        ? new(title.Trim(), use, use == ColumnUse.FreeTextForbidden ? FindingKind.FreeText : null, rules.LongestValue)
        : new(
            string.Create(CultureInfo.InvariantCulture, $"{index + 1}"), ColumnUse.Scan,
            rules.OnlyKnownColumns ? FindingKind.UnknownColumn : null, rules.LongestValue);

    private KAnonymity? Groups(IReadOnlyList<string> header)
    {
        if (rules.QuasiIdentifiers.Count == 0)
        {
            return null;
        }

        var titles = header.Select(title => title.Trim()).ToList();
        var places = rules.QuasiIdentifiers
            .Select(title => titles.FindIndex(other => string.Equals(title, other, StringComparison.OrdinalIgnoreCase)))
            .ToArray();
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] < 0)
            {
                findings.Add(null, rules.QuasiIdentifiers[i], FindingKind.GroupColumnMissing);
            }
        }

        return places.All(place => place >= 0) ? new(places, rules.SmallestGroup) : null;
    }
}
