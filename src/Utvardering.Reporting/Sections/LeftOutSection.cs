using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>The municipalities left out or kept in spite of another programme, and what could not be estimated; what holds of several is said once.</summary>
internal static class LeftOutSection
{
    private const int MostNamed = 4;

    public static Section Make(ReportContext context)
    {
        var language = context.Language;
        var blocks = new List<Block>();
        Add("excluded", "Kommuner som inte jämförs, därför att de hade en annan riktad insats:", "Municipalities that are not compared, because they had another targeted programme:", rows => ByMunicipality(context, rows));
        Add("kept", "Kommuner som jämförs fast de hade en annan riktad insats:", "Municipalities that are compared although they had another targeted programme:", rows => ByMunicipality(context, rows));
        Add("not_estimable", "Effekter i planen som inte kunde skattas:", "Effects of the plan that could not be estimated:", rows => ByReason(context, rows));
        Add("no_power", "Jämförelser för vilka det inte kunde prövas vad som kunde ha upptäckts:", "Comparisons for which it could not be learnt what could have been seen:", rows => ByReason(context, rows));
        Add(
            "left_out",
            $"Kommuner med för få uppgifter jämförs inte. Var och en, med skäl, står i filen left-out.{language.Tag}.csv.",
            $"Municipalities with too little data are not compared. Each one, with the reason, is in the file left-out.{language.Tag}.csv.",
            rows => ByOutcome(context, rows));
        if (blocks.Count == 0)
        {
            blocks.Add(new Paragraph(language.Say("Ingen kommun utelämnades och alla effekter i planen kunde skattas.", "No municipality was left out, and every effect of the plan could be estimated.")));
        }

        return new Section("left-out", language.Say("Utelämnat och inte skattat", "Left out and not estimated"), blocks);

        void Add(string kind, string sv, string en, Func<List<DecisionRow>, IEnumerable<string>> items)
        {
            if (context.Rows.Decisions.Where(row => row.Kind == kind).ToList() is { Count: > 0 } rows)
            {
                blocks.Add(new Paragraph(language.Say(sv, en)));
                blocks.Add(new Bullets([.. items(rows)]));
            }
        }
    }

    /// <summary>Every decision about a municipality as a data file; null where there is none.</summary>
    public static ReportTable? File(ReportContext context)
    {
        var language = context.Language;
        var rows = context.Rows.Decisions.Where(row => row.MunicipalityCode is not null).ToList();
        return rows.Count == 0 ? null : new ReportTable(
            "left-out",
            language.Say("Utelämnade kommuner, och kommuner med en annan insats, med skäl.", "Municipalities left out, and municipalities with another programme, with reasons."),
            [
                new(language.Say("Utfall", "Outcome")), new(language.Say("Jämförelse", "Comparison")), new(language.Say("Kommunkod", "Municipality code")),
                new(language.Say("Kommun", "Municipality")), new(language.Say("Beslut", "Decision")), new(language.Say("Skäl", "Reason")),
            ],
            [.. rows.Select(row => (IReadOnlyList<Cell>)
            [
                Cell.Of(context.OutcomeTitle(row.OutcomeId)),
                Cell.Of(context.DesignTitle(row.DesignId)),
                Cell.Of(row.MunicipalityCode!),
                Cell.Of(context.Rows.Municipality(row.MunicipalityCode!)),
                Cell.Of(Labels.Decision(language, row.Kind)),
                Cell.Of(language.Say(row.ReasonSv, row.ReasonEn)),
            ])],
            context.Definitions("utvärderingens körning", "the run of the evaluation"));
    }

    /// <summary>A sentence a municipality and reason, with the comparisons it is about.</summary>
    private static IEnumerable<string> ByMunicipality(ReportContext context, IEnumerable<DecisionRow> rows) => rows
        .GroupBy(row => (row.MunicipalityCode, row.ReasonSv, row.ReasonEn))
        .Select(same => $"{context.Language.Say(same.Key.ReasonSv, same.Key.ReasonEn).TrimEnd('.')} ({Comparisons(context, same)}; {Outcomes(context, same)}).");

    /// <summary>A sentence a reason, with the comparisons and outcomes it is about.</summary>
    private static IEnumerable<string> ByReason(ReportContext context, IEnumerable<DecisionRow> rows) =>
        from reason in rows.GroupBy(row => (row.ReasonSv, row.ReasonEn))
        let outcomes = reason.GroupBy(row => row.OutcomeId).ToList()
        from same in outcomes.GroupBy(outcome => string.Join('\n', outcome.Select(row => row.DesignId)))
        select $"{context.Language.Say(reason.Key.ReasonSv, reason.Key.ReasonEn)} {ReportLanguage.Capital(Comparisons(context, same.SelectMany(outcome => outcome)))}: {Outcomes(context, same.SelectMany(outcome => outcome))}.";

    /// <summary>For each outcome the municipalities that lack data: few are named with the reason, many are counted.</summary>
    private static IEnumerable<string> ByOutcome(ReportContext context, IEnumerable<DecisionRow> rows) => rows
        .GroupBy(row => row.OutcomeId)
        .SelectMany(outcome => outcome.GroupBy(row => row.DesignId).Select(design => (Design: design.Key, Reasons: design.Select(row => context.Language.Say(row.ReasonSv, row.ReasonEn)).ToList()))
            .GroupBy(design => string.Join(' ', design.Reasons))
            .Select(same => $"{context.OutcomeTitle(outcome.Key)} ({context.Language.And([.. same.Select(design => ReportLanguage.Lower(context.DesignTitle(design.Design)))])}): " + (same.First().Reasons is { Count: <= MostNamed }
                ? same.Key
                : context.Language.Say($"{context.Language.Whole(same.First().Reasons.Count)} kommuner.", $"{context.Language.Whole(same.First().Reasons.Count)} municipalities."))));

    private static string Comparisons(ReportContext context, IEnumerable<DecisionRow> rows)
        => context.Language.And([.. rows.Select(row => row.DesignId).Distinct().Select(id => ReportLanguage.Lower(context.DesignTitle(id)))]);

    private static string Outcomes(ReportContext context, IEnumerable<DecisionRow> rows)
    {
        var outcomes = rows.Select(row => row.OutcomeId).Distinct(StringComparer.Ordinal).ToList();
        return outcomes.Count == context.Outcomes.Count && outcomes.Count > 1
            ? context.Language.Say("alla utfall", "all outcomes")
            : context.Language.And([.. outcomes.Select(id => ReportLanguage.Lower(context.OutcomeTitle(id)))]);
    }
}
