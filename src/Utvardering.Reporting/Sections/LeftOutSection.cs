using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;

namespace Utvardering.Reporting.Sections;

/// <summary>The municipalities left out and the effects that could not be estimated, with the reasons.</summary>
internal static class LeftOutSection
{
    private const int MostNamed = 10;

    public static Section Make(ReportContext context)
    {
        var language = context.Language;
        var blocks = new List<Block>();
        var leftOut = context.Rows.Decisions.Where(row => row.Kind == "left_out").ToList();
        var notEstimable = context.Rows.Decisions.Where(row => row.Kind == "not_estimable").ToList();
        if (leftOut.Count == 0 && notEstimable.Count == 0)
        {
            blocks.Add(new Paragraph(language.Say("Ingen kommun utelämnades och alla effekter i planen kunde skattas.", "No municipality was left out, and every effect of the plan could be estimated.")));
        }

        if (notEstimable.Count > 0)
        {
            blocks.Add(new Paragraph(language.Say("Följande effekter i planen kunde inte skattas.", "These effects of the plan could not be estimated.")));
            blocks.Add(new Bullets([.. notEstimable
                .GroupBy(row => (row.OutcomeId, row.ReasonSv, row.ReasonEn))
                .Select(group => NotEstimable(context, group.Key.OutcomeId, language.Say(group.Key.ReasonSv, group.Key.ReasonEn), [.. group]))]));
        }

        if (leftOut.Count > 0)
        {
            blocks.Add(new Paragraph(language.Say(
                $"Kommuner med för få uppgifter jämförs inte. Var och en, med skäl, står i filen left-out.{language.Tag}.csv.",
                $"Municipalities with too little data are not compared. Each one, with the reason, is in the file left-out.{language.Tag}.csv.")));
            blocks.Add(new Bullets([.. leftOut.GroupBy(row => (row.OutcomeId, row.DesignId)).Select(group => LeftOut(context, [.. group]))]));
        }

        return new Section("left-out", language.Say("Utelämnat och inte skattat", "Left out and not estimated"), blocks);
    }

    /// <summary>Every municipality left out, as a data file; null where there is none.</summary>
    public static ReportTable? Attachment(ReportContext context)
    {
        var language = context.Language;
        var rows = context.Rows.Decisions.Where(row => row.Kind == "left_out").ToList();
        return rows.Count == 0 ? null : new ReportTable(
            "left-out",
            language.Say("Utelämnade kommuner.", "Municipalities left out."),
            [
                new(language.Say("Utfall", "Outcome")), new(language.Say("Jämförelse", "Comparison")), new(language.Say("Kommunkod", "Municipality code")),
                new(language.Say("Kommun", "Municipality")), new(language.Say("Skäl", "Reason")),
            ],
            [.. rows.Select(row => (IReadOnlyList<Cell>)
            [
                Cell.Of(Outcome(context, row.OutcomeId)),
                Cell.Of(Design(context, row.DesignId)),
                Cell.Of(row.MunicipalityCode ?? language.Say("alla", "all")),
                Cell.Of(row.MunicipalityCode is { } code ? context.Rows.Municipality(code) : language.Say("alla", "all")),
                Cell.Of(language.Say(row.ReasonSv, row.ReasonEn)),
            ])],
            context.Definitions("utvärderingens körning", "the run of the evaluation"));
    }

    private static string NotEstimable(ReportContext context, string outcome, string reason, IReadOnlyList<DecisionRow> rows)
    {
        var all = rows.Count == context.Rows.Designs.Count || rows[0].DesignId is null;
        var designs = context.Language.And([.. rows.Select(row => Design(context, row.DesignId))]);
        return $"{Outcome(context, outcome)}{(all ? "" : $" ({designs})")}: {reason}";
    }

    private static string LeftOut(ReportContext context, IReadOnlyList<DecisionRow> rows)
    {
        var language = context.Language;
        var about = $"{Outcome(context, rows[0].OutcomeId)}, {Design(context, rows[0].DesignId)}";
        return rows.Count > MostNamed
            ? language.Say($"{about}: {language.Whole(rows.Count)} kommuner.", $"{about}: {language.Whole(rows.Count)} municipalities.")
            : $"{about}: {string.Join(" ", rows.Select(row => language.Say(row.ReasonSv, row.ReasonEn)))}";
    }

    private static string Outcome(ReportContext context, string id)
        => context.Rows.Outcomes.FirstOrDefault(outcome => outcome.OutcomeId == id) is { } outcome ? context.Title(outcome) : id;

    private static string Design(ReportContext context, string? id)
        => id is null ? context.Language.Say("alla jämförelser", "all comparisons")
            : context.Rows.Designs.FirstOrDefault(design => design.DesignId == id) is { } design ? context.Title(design) : id;
}
