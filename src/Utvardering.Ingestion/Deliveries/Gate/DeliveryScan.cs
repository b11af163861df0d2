using Utvardering.Ingestion.Deliveries.Contract;
using Utvardering.Ingestion.Deliveries.Reading;
using Utvardering.Ingestion.PersonalData;

namespace Utvardering.Ingestion.Deliveries.Gate;

/// <summary>Puts a delivered file before the personal-data gate: its path, all columns of its table, and what stands outside the table.</summary>
internal sealed class DeliveryScan(DeliveryContract contract, DateOnly today)
{
    /// <param name="path">As delivered, with <c>/</c>.</param>
    /// <param name="file">Null when the bytes can't be read as a table.</param>
    public GateReport Judge(string path, DeliveredFile? file)
    {
        var anything = new GateRules { Today = today };
        // Each folder by itself: a date and a municipality's code side by side make a personal number now and then.
        var segments = path.Split('/');
        List<GateReport> reports = [.. segments[..^1].Select(folder => new PersonalDataGate(anything).Open(folder, []).Complete())];
        var rules = contract.GateRules(today);
        var scan = new PersonalDataGate(rules).Open(segments[^1], file?.Header ?? [], file?.HeaderRow ?? 1);
        if (file is null)
        {
            var named = scan.Complete();
            var shown = named.Passed ? segments[^1] : FindingTexts.HiddenFileName;
            return GateReport.Of([.. reports, named, GateReport.Of(new GateFinding(shown, null, null, FindingKind.UnreadableFile))]);
        }

        foreach (var row in file.Rows)
        {
            scan.Row(row.Number, row.Cells);
        }

        reports.Add(scan.Complete());
        reports.AddRange(file.Others.Select(part => Judge(part, anything)));
        if (file.Unread is { } unread)
        {
            reports.Add(GateReport.Of(new GateFinding(PlaceOfAttachments, null, null, unread)));
        }

        return GateReport.Of(reports);
    }

    private const string PlaceOfAttachments = "arbetsboken/the workbook";

    private static GateReport Judge(OtherPart part, GateRules anything)
    {
        var rules = part.Use switch
        {
            OtherPartUse.UnknownSheet => anything with { OnlyKnownColumns = true },
            OtherPartUse.FreeText => anything with { LongestValue = 0 },
            _ => anything,
        };
        var scan = new PersonalDataGate(rules).Open(part.Place, []);
        foreach (var row in part.Rows)
        {
            scan.Row(row.Number, row.Cells);
        }

        return scan.Complete();
    }
}
