using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Figures;

/// <summary>The effect period by period as a table.</summary>
internal static class EventTable
{
    public static ReportTable Make(ReportContext context, OutcomeRow outcome, DesignRow design, IReadOnlyList<Released<EventStudyRow>> rows)
    {
        var language = context.Language;
        var decimals = context.Decimals(outcome);
        var level = Change.Level(language, rows[0].Row.Level);
        return new ReportTable(
            $"{outcome.OutcomeId}-event-{design.DesignId}",
            language.Say(
                $"{context.Title(outcome)}: effekt period för period, {context.DifferenceUnit(outcome)}. {context.Title(design)}.",
                $"{context.Title(outcome)}: effect period by period, {context.DifferenceUnit(outcome)}. {context.Title(design)}."),
            [
                new(context.SeveralStarts(outcome.OutcomeId, design.DesignId).Any() ? language.Say("Period, för dem som började först", "Period, for those that started first") : "Period"), new(language.Say("Från start", "From start"), true), new(language.Say("Skattning", "Estimate"), true),
                new(language.Say($"Nedre gräns ({level} %)", $"Lower limit ({level}%)"), true), new(language.Say($"Övre gräns ({level} %)", $"Upper limit ({level}%)"), true),
                new(language.Say("p-värde", "p-value"), true),
            ],
            [.. rows.Select(row => Row(context, row, decimals))],
            context.Source(rows.Select(row => (row.Row.Source, row.Row.Vintage))));
    }

    private static IReadOnlyList<Cell> Row(ReportContext context, Released<EventStudyRow> released, int decimals)
    {
        var language = context.Language;
        var row = released.Row;
        var missing = row.Reference ? language.Say("referens", "reference") : Missing.Of(context, released.Rule);
        return
        [
            new Cell(language.Period(row.PeriodStart, row.Grain) + (row.Complete ? "" : language.Say(" (ofullständig)", " (incomplete)")), ReportLanguage.PeriodCode(row.PeriodStart, row.Grain)),
            new Cell(language.Signed(row.Relative, 0), language.Data(row.Relative)),
            Cell.Of(language, row.Reference ? null : row.Estimate, decimals, missing),
            Cell.Of(language, row.Low, decimals, missing),
            Cell.Of(language, row.High, decimals, missing),
            row is { PValue: { } p, Reference: false } ? new Cell(language.PValue(p), language.Data(p)) : Cell.Of(missing),
        ];
    }
}
