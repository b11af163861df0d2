using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Figures;

namespace Utvardering.Reporting.Sections;

/// <summary>The effect period by period of all outcomes and comparisons, as a data file.</summary>
internal static class EventFile
{
    /// <summary>The file, or null where there is nothing of it.</summary>
    public static ReportTable? Make(ReportContext context)
    {
        var language = context.Language;
        var tables = (
            from outcome in context.Outcomes
            from design in context.Estimated(outcome)
            let rows = context.Rows.EventStudy.Where(row => row.Row.OutcomeId == outcome.OutcomeId && row.Row.DesignId == design.DesignId).ToList()
            where rows.Count > 0
            select (Outcome: outcome, Design: design, Table: EventTable.Make(context, outcome, design, rows))).ToList();
        return tables.Count == 0 ? null : new ReportTable(
            "event-study",
            language.Say("Effekten period för period, alla utfall och jämförelser.", "The effect period by period, all outcomes and comparisons."),
            [new(language.Say("Utfall", "Outcome")), new(language.Say("Jämförelse", "Comparison")), .. tables[0].Table.Columns],
            [.. tables.SelectMany(part => part.Table.Rows.Select(row => (IReadOnlyList<Cell>)[Cell.Of(context.Title(part.Outcome)), Cell.Of(context.Title(part.Design)), .. row]))],
            context.SourceOf([.. tables.Select(part => part.Outcome.OutcomeId)]));
    }
}
