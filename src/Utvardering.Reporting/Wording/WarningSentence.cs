using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Wording;

/// <summary>The statistics' warnings in words; those about single municipalities are gathered into one sentence.</summary>
internal static class WarningSentence
{
    private const int MostNamed = 4;

    /// <summary>The warnings of an outcome under all its designs, each sentence once.</summary>
    public static IReadOnlyList<string> All(ReportContext context, OutcomeRow outcome)
    {
        var rows = context.Rows.Diagnostics.Where(row => row.Row.OutcomeId == outcome.OutcomeId && row.Row.Warning && row.Row.Kind != "pre_trend_joint").ToList();
        return [.. rows
            .GroupBy(row => (row.Row.Kind, row.Row.DesignId))
            .Select(warning => Of(context, outcome, warning.Key.Kind, [.. warning.Select(row => row.Row)]))
            .Where(sentence => sentence.Length > 0)
            .Distinct(StringComparer.Ordinal)];
    }

    private static string Of(ReportContext context, OutcomeRow outcome, string kind, IReadOnlyList<DiagnosticRow> rows)
    {
        var language = context.Language;
        var value = rows[0].Value is { } number ? language.Whole((long)number) : language.Say("få", "few");
        return kind switch
        {
            "few_treated_units" => language.Say(
                $"Bara {value} kommuner har insatsen: en enskild kommun kan styra skattningen.", $"Only {value} municipalities have the programme: a single one can carry the estimate."),
            "few_control_units" => language.Say(
                $"Bara {value} kommuner jämförs med: en enskild av dem kan styra skattningen.", $"Only {value} municipalities are compared with: a single one of them can carry the estimate."),
            "short_window_before" => language.Say(
                $"Tiden före starten är {value} månader, mindre än ett år: årstidernas växlingar jämnas inte ut.", $"The time before the start is {value} months, less than a year: the seasons do not even out."),
            "short_window_after" => language.Say(
                $"Tiden efter starten är {value} månader, mindre än ett år: årstidernas växlingar jämnas inte ut.", $"The time after the start is {value} months, less than a year: the seasons do not even out."),
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

            // That assignments were drawn stands in the sentence on the test and in the method.
            _ => "",
        };
    }

    private static string Municipalities(ReportContext context, IReadOnlyList<DiagnosticRow> rows)
    {
        var names = rows.Where(row => row.Unit is not null).Select(row => context.Rows.Municipality(row.Unit!)).Distinct(StringComparer.Ordinal).ToList();
        return names.Count <= MostNamed
            ? context.Language.And(names)
            : context.Language.Say($"{context.Language.Whole(names.Count)} kommuner", $"{context.Language.Whole(names.Count)} municipalities");
    }
}
