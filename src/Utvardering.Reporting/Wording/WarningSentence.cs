using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Wording;

/// <summary>The statistics' warnings in words; those about single municipalities are gathered into one sentence.</summary>
internal static class WarningSentence
{
    private const int MostNamed = 4;

    /// <summary>
    /// The warnings of an outcome under all its designs, each sentence once. A sentence that does not hold for all the designs of the outcome names its comparison.
    /// How few the municipalities are is told once for all outcomes, in the section on what the material can show.
    /// </summary>
    public static IReadOnlyList<string> All(ReportContext context, OutcomeRow outcome)
    {
        var designs = context.Rows.Designs.Where(design => context.Rows.Effect(outcome.OutcomeId, design.DesignId) is not null).ToList();
        var rows = context.Rows.Diagnostics.Where(row => row.Row.OutcomeId == outcome.OutcomeId && row.Row.Warning && row.Row.Kind != "pre_trend_joint").ToList();
        return [.. rows
            .GroupBy(row => (row.Row.Kind, row.Row.DesignId))
            .Select(warning => (warning.Key.DesignId, Text: Of(context, outcome, warning.Key.Kind, [.. warning.Select(row => row.Row)])))
            .Where(warning => warning.Text.Length > 0)
            .GroupBy(warning => warning.Text, StringComparer.Ordinal)
            .SelectMany(same => designs.Count > 1 && designs.All(design => same.Any(warning => warning.DesignId == design.DesignId))
                ? [same.Key]
                : same.Select(warning => Named(context, warning.DesignId, same.Key)))];
    }

    private static string Named(ReportContext context, string designId, string sentence)
        => context.Rows.Designs.FirstOrDefault(design => design.DesignId == designId) is { } design && context.Rows.Designs.Count > 1 ? $"{context.Title(design)}: {ReportLanguage.Lower(sentence)}" : sentence;

    private static string Of(ReportContext context, OutcomeRow outcome, string kind, IReadOnlyList<DiagnosticRow> rows)
    {
        var language = context.Language;
        var length = rows[0].Value is { } months ? language.Length((int)months) : language.Say("få månader", "few months");
        return kind switch
        {
            "short_window_before" => language.Say(
                $"Tiden före starten är {length}, mindre än ett år: årstidernas växlingar jämnas inte ut.", $"The time before the start is {length}, less than a year: the seasons do not even out."),
            "short_window_after" => language.Say(
                $"Tiden efter starten är {length}, mindre än ett år: årstidernas växlingar jämnas inte ut.", $"The time after the start is {length}, less than a year: the seasons do not even out."),
            "periods_missing" => language.Say(
                $"Uppgift saknas för någon period i {Municipalities(context, rows)}.", $"A period lacks data in {Municipalities(context, rows)}."),
            "unit_left_out" => language.Say(
                $"Utan uppgifter, och därför inte med i skattningen: {Municipalities(context, rows)}.", $"Without data, and so not in the estimate: {Municipalities(context, rows)}."),
            "minimum_p_value_above_level" => language.Say(
                "Med så få kommuner kan testet inte nå den valda nivån, och intervallet saknar därför gränser.",
                "With so few municipalities the test can't reach the chosen level, so the interval has no limits."),
            "no_pre_periods" => language.Say(
                "Det finns inga perioder före referensperioden: om grupperna utvecklades lika kan inte prövas.",
                "There are no periods before the reference period: whether the groups developed alike can't be tested."),
            "no_variation" => language.Say(
                "Under minst en period ändrades alla kommuner lika mycket: där finns inget att pröva.",
                "In at least one period all municipalities changed by the same amount: there is nothing to test there."),
            "counterfactual_not_positive" => language.Say(
                "Nivån utan insatsen beräknas till noll eller lägre: någon skillnad i procent anges därför inte.",
                "The level without the programme comes out at zero or below: no difference in per cent is given."),

            // How few the municipalities are stands in the section on what the material can show; that assignments were drawn, in the sentence on the test and in the method.
            _ => "",
        };
    }

    private static string Municipalities(ReportContext context, IReadOnlyList<DiagnosticRow> rows)
    {
        var names = rows.Where(row => row.Unit is not null).Select(row => context.Rows.Municipality(row.Unit!)).Distinct(StringComparer.Ordinal).ToList();
        return names.Count <= MostNamed
            ? context.Language.And(names)
            : context.Language.Say($"{context.Language.Count(names.Count)} kommuner", $"{context.Language.Count(names.Count)} municipalities");
    }
}
