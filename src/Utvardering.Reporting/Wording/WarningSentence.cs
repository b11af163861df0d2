using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Wording;

/// <summary>The statistics' warnings in words; those about single municipalities are gathered into one sentence.</summary>
internal static class WarningSentence
{
    private const int MostNamed = 4;

    /// <summary>
    /// The warnings of an outcome under the designs, each sentence once. A sentence that does not hold for all the designs names its comparisons.
    /// </summary>
    public static IReadOnlyList<string> All(ReportContext context, OutcomeRow outcome, IReadOnlyList<DesignRow> designs)
    {
        var rows = context.Rows.Diagnostics.Where(row => row.Row.OutcomeId == outcome.OutcomeId && row.Row.Warning && row.Row.Kind != "pre_trend_joint").ToList();
        return [.. designs
            .SelectMany(design => rows
                .Where(row => row.Row.DesignId == design.DesignId)
                .GroupBy(row => row.Row.Kind)
                .Select(warning => (Design: design, Text: Of(context, warning.Key, [.. warning.Select(row => row.Row)]))))
            .Where(warning => warning.Text.Length > 0)
            .GroupBy(warning => warning.Text, StringComparer.Ordinal)
            .Select(same => designs.Count > 1 && same.Count() == designs.Count || context.Rows.Designs.Count == 1
                ? same.Key
                : $"{ReportLanguage.Capital(context.Language.And([.. same.Select(warning => ReportLanguage.Lower(context.Title(warning.Design)))]))}: {ReportLanguage.Lower(same.Key)}")];
    }

    /// <summary>
    /// The warning, or nothing for what is told elsewhere: how few the municipalities are in the section on what the material can show, that assignments
    /// were drawn in the method, how alike the groups were in its table.
    /// </summary>
    public static string Of(ReportContext context, string kind, IReadOnlyList<DiagnosticRow> rows)
    {
        var language = context.Language;
        var value = rows[0].Value;
        return kind switch
        {
            "short_window_before" => language.Say(
                $"Tiden före starten är {Length(language, value)}, mindre än ett år: årstidernas växlingar jämnas inte ut.",
                $"The time before the start is {Length(language, value)}, less than a year: the seasons do not even out."),
            "short_window_after" => language.Say(
                $"Tiden efter starten är {Length(language, value)}, mindre än ett år: årstidernas växlingar jämnas inte ut.",
                $"The time after the start is {Length(language, value)}, less than a year: the seasons do not even out."),
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
            "few_clusters" => language.Say(
                "Medelfelen vilar på få kommuner, så att testet förkastar för ofta.", "The standard errors rest on few municipalities, so that the test rejects too often."),
            "collinear_dropped" => language.Say("En förklarande variabel följde av de andra och togs bort.", "A regressor followed from the others and was dropped."),
            "separation" or "singletons_left_out" or "cells_without_comparison" or "cell_not_estimated" => language.Say(
                "En del av uppgifterna hade inget att jämföras med och är inte med i skattningen.", "Some of the figures had nothing to be compared with and are not in the estimate."),
            "not_converged" => language.Say(
                "Beräkningen stannade innan den var helt klar: siffran kan avvika något.", "The computation stopped before it was quite done: the figure may be slightly off."),
            "poor_pre_fit" => language.Say(
                $"Den syntetiska kontrollen följer inte kommunerna med insats väl före starten{In(context, rows)}.", $"The synthetic control does not follow the municipalities with the programme well before the start{In(context, rows)}."),
            "perfect_pre_fit" => language.Say(
                $"Den syntetiska kontrollen följer exakt före starten{In(context, rows)}: det visar att det finns många kommuner att väga ihop, inte att jämförelsen är god.",
                $"The synthetic control follows exactly before the start{In(context, rows)}: that shows that there are many municipalities to weigh together, not that the comparison is good."),
            "weight_on_one_donor" => language.Say(
                $"En enda jämförelsekommun bär det mesta av en syntetisk kontroll: {Municipalities(context, rows)}.", $"A single comparison municipality carries most of a synthetic control: {Municipalities(context, rows)}."),
            "weights_not_unique" => language.Say(
                "Flera sammanvägningar följer kommunerna lika väl före starten; den jämnaste är vald, och effekten beror på valet.",
                "Several sets of weights follow the municipalities equally well before the start; the most even one was taken, and the effect depends on the choice."),
            "negative_weights" => Negative(language, rows),
            "short_pre_period" => language.Say(
                $"Metoden har bara {language.Whole((long)(value ?? 0))} perioder före starten att lära sig av.", $"The method has only {language.Whole((long)(value ?? 0))} periods before the start to learn from."),
            "small_cohort" => language.Say("En startgrupp har få kommuner.", "A cohort has few municipalities."),
            "always_treated_left_out" => language.Say("Kommuner med insats redan från början är inte med.", "Municipalities with the programme from the beginning are not included."),
            "no_never_treated" => language.Say("Ingen jämförelsekommun är helt utan insats.", "No comparison municipality is without the programme throughout."),
            "poor_overlap" => language.Say("Grupperna överlappar knappt i det som de jämnas ut på.", "The groups hardly overlap in what they are balanced on."),
            "few_studies" => language.Say("Få skattningar vägs ihop: spridningen mellan dem är nästan okänd.", "Few estimates are pooled: the spread between them is hardly known."),
            "variance_scaled_down" => language.Say("De sammanvägda skattningarna stämmer bättre överens än slumpen skulle ge.", "The pooled estimates agree better than chance would have it."),
            "staggered_starts" => language.Say("Insatsen började vid olika tider.", "The programme began at several times."),
            "empty_confidence_set" => language.Say("Ingen effekt är förenlig med antagandet om trender: antagandet är för strängt.", "No effect is compatible with the assumption on trends: it is too strict."),
            _ => "",
        };
    }

    private static string Negative(ReportLanguage language, IReadOnlyList<DiagnosticRow> rows)
    {
        const int Decimals = 2;
        var least = rows.Min(row => row.Value ?? 0);

        // The least weights are rounding.
        return Math.Round(least, Decimals) == 0 ? "" : language.Say(
            $"En del vikter är negativa (lägst {language.Number(least, Decimals)}): metoden räknar utanför det som jämförelsekommunerna visar.",
            $"Some weights are negative (least {language.Number(least, Decimals)}): the method computes outside what the comparison municipalities show.");
    }

    private static string Length(ReportLanguage language, double? months) => months is { } known ? language.Length((int)known) : language.Say("få månader", "few months");

    private static string In(ReportContext context, IReadOnlyList<DiagnosticRow> rows)
        => rows.Any(row => Names(context, [row]).Count > 0) ? $" ({Municipalities(context, rows)})" : "";

    private static string Municipalities(ReportContext context, IReadOnlyList<DiagnosticRow> rows)
    {
        var names = Names(context, rows);
        return names.Count <= MostNamed
            ? context.Language.And(names)
            : context.Language.Say($"{context.Language.Count(names.Count)} kommuner", $"{context.Language.Count(names.Count)} municipalities");
    }

    private static List<string> Names(ReportContext context, IReadOnlyList<DiagnosticRow> rows)
        => [.. rows.Where(row => row.Unit?.Length == 4).Select(row => context.Rows.Municipality(row.Unit!)).Distinct(StringComparer.Ordinal)];
}
