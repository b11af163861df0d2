using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;

namespace Utvardering.Reporting.Sections;

/// <summary>How alike the groups of each comparison were before the start.</summary>
internal static class LikenessTable
{
    private static readonly string[] Kinds = ["balance_level", "balance_population", "overlap", "pre_fit", "pre_trend_joint"];

    /// <summary>The table, or null where nothing of it is released.</summary>
    public static ReportTable? Make(ReportContext context, OutcomeRow outcome)
    {
        var language = context.Language;
        var found = context.Rows.Diagnostics.Where(row => row.Row.OutcomeId == outcome.OutcomeId && !row.IsSuppressed && Kinds.Contains(row.Row.Kind)).Select(row => row.Row).ToList();
        var designs = context.Estimated(outcome).Where(design => found.Exists(row => row.DesignId == design.DesignId)).ToList();
        if (designs.Count == 0)
        {
            return null;
        }

        var none = language.Say("gäller inte", "does not apply");
        DiagnosticRow? Find(DesignRow design, string kind) => found.Find(row => row.DesignId == design.DesignId && row.Kind == kind);
        Cell Deviations(DiagnosticRow? row) => row?.Value is { } value ? new(language.Signed(value, 1), language.Data(value)) : Cell.Of(none);
        Cell Percent(DiagnosticRow? row, int decimals) => Cell.Of(language, row?.Value * 100, decimals, none);
        return new ReportTable(
            $"{outcome.OutcomeId}-likeness",
            language.Say($"{context.Title(outcome)}: hur lika grupperna var före starten.", $"{context.Title(outcome)}: how alike the groups were before the start."),
            [
                new(language.Say("Jämförelse", "Comparison")), new(language.Say("Nivå, standardavvikelser", "Level, standard deviations"), true), new(language.Say("Folkmängd, standardavvikelser", "Population, standard deviations"), true),
                new(language.Say("Inom jämförelsens spann, procent", "Within the comparison's range, per cent"), true), new(language.Say("Syntetisk kontroll avvek, procent av nivån", "Synthetic control off, per cent of the level"), true),
                new(language.Say("Lika utveckling, p-värde", "Alike in development, p-value"), true),
            ],
            [.. designs.Select(design => (IReadOnlyList<Cell>)
            [
                Cell.Of(context.Title(design)),
                Deviations(Find(design, "balance_level")), Deviations(Find(design, "balance_population")), Percent(Find(design, "overlap"), 0), Percent(Find(design, "pre_fit"), 1),
                Cell.P(language, Find(design, "pre_trend_joint")?.PValue, none),
            ])],
            context.SourceOf(outcome),
            language.Say(
                $"Nivå och folkmängd: {context.GroupDefinite(designs[0].TreatedGroup)} minus jämförelsen, i standardavvikelser; över 0,25 åt något håll är värt att nämna. Ett lågt p-värde betyder att grupperna gick isär redan före starten.",
                $"Level and population: {context.GroupDefinite(designs[0].TreatedGroup)} less the comparison, in standard deviations; above 0.25 in either direction is worth telling. A low p-value means that the groups were parting already before the start."));
    }
}
