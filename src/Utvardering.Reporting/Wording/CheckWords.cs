using System.Globalization;
using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Wording;

/// <summary>The checks of an answer in words.</summary>
internal static class CheckWords
{
    /// <summary>What was done otherwise than in the main answer.</summary>
    public static string Title(ReportContext context, string kind, string variant)
    {
        var language = context.Language;
        return kind switch
        {
            "leave_one_out" => language.Say("Utan någon enskild kommun", "Without any one municipality"),
            "placebo_start" => Start(language, variant),
            "donor_pool" => language.Say($"Mot andra kommuner: {Group(context, variant)}", $"Against other municipalities: {Group(context, variant)}"),
            "roll_in" => RollIn(language, variant),
            "log" => language.Say("Som andel: logaritmerade nivåer", "As a share: logarithms of the levels"),
            "count_model" => language.Say("Räknemodell (Poisson): stora kommuner väger tyngre", "Count model (Poisson): large municipalities weigh more"),
            "other_programmes" => language.Say("Utan jämförelsekommuner med annan riktad insats", "Without comparison municipalities under another targeted programme"),
            "control_trends" => language.Say("Med varje kommuns egen trend", "With each municipality's own trend"),
            "wild_bootstrap" => language.Say("Annat test: wild bootstrap", "Another test: wild bootstrap"),
            "studentised" => language.Say("Annat test: studentiserad randomisering", "Another test: studentised randomisation"),
            "honest_magnitude" => language.Say(
                $"HonestDiD: trenderna får skilja sig högst {Bound(language, variant)} gånger så mycket efter starten som mest före",
                $"HonestDiD: trends may part at most {Bound(language, variant)} times as much after the start as at their worst before"),
            "honest_breakdown" => language.Say(
                "HonestDiD: så många gånger avvikelsen före starten tål svaret", "HonestDiD: so many times the departure before the start does the answer stand"),
            _ => variant.Length == 0 ? kind : $"{kind} ({variant})",
        };
    }

    /// <summary>Whether the check speaks for the main answer, or why it was not made.</summary>
    public static string Answer(ReportContext context, SensitivityRow row)
    {
        var language = context.Language;
        if (row.NotMade is not null)
        {
            return NotMade(language, row);
        }

        return (row.Kind, row.Agrees) switch
        {
            ("placebo_start", true) => language.Say("ja: intervallet rymmer noll", "yes: the interval holds zero"),
            ("placebo_start", false) => language.Say("nej: en skillnad där ingenting började", "no: a difference where nothing began"),
            ("wild_bootstrap" or "studentised", true) => language.Say("ja: samma besked om noll", "yes: the same of zero"),
            ("wild_bootstrap" or "studentised", false) => language.Say("nej: annat besked om noll", "no: another answer to zero"),
            (_, true) => language.Say("ja: samma riktning", "yes: the same direction"),
            ("leave_one_out", false) => language.Say("nej: byter tecken utan en av kommunerna", "no: changes sign without one of them"),
            (_, false) => language.Say("nej: motsatt riktning", "no: the opposite direction"),
            _ => language.Say("upplysning", "remark"),
        };
    }

    /// <summary>Why it was not made. The rows say it in English; a reason that is not known here is told in general, and stands as it is in the data file.</summary>
    private static string NotMade(ReportLanguage language, SensitivityRow row)
    {
        var because = row.NotMade!;
        bool Says(string opening) => because.StartsWith(opening, StringComparison.Ordinal);
        return language.Say("inte gjord: ", "not made: ") + (
            Says("A comparison needs treated and control units") ? language.Say("kommunerna saknar uppgift", "the municipalities have no figures")
            : Says("The figures before the start do not reach") ? language.Say("uppgifterna räcker inte på båda sidor om det datumet", "the figures do not reach both sides of that date")
            : Says("The figures end within the roll-in") ? language.Say("uppgifterna slutar under inkörningen", "the figures end within the roll-in")
            : Says("Without any one municipality") ? language.Say("för få kommuner blir kvar", "too few municipalities are left")
            : Says("Fewer than two whole years before the start") ? language.Say("färre än två hela år före starten, eller inget efter", "fewer than two whole years before the start, or none after")
            : Says("Fewer than two municipalities of a group") ? language.Say("för få kommuner har uppgift för alla år", "too few municipalities have figures of every year")
            : language.Say("uppgifterna räcker inte", "the figures do not bear it"));
    }

    private static string Start(ReportLanguage language, string variant)
        => DateOnly.TryParseExact(variant, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
            ? language.Say($"Startdatum flyttat till {language.Period(start, "month")} (ingen insats då)", $"Start moved to {language.Period(start, "month")} (no programme then)")
            : language.Say($"Startdatum flyttat till {variant}", $"Start moved to {variant}");

    private static string RollIn(ReportLanguage language, string variant) => variant == "0"
        ? language.Say("Med de första månaderna inräknade", "With the first months counted in")
        : language.Say($"Med inkörning i {Months(language, variant)}", $"With a roll-in of {Months(language, variant)}");

    private static string Months(ReportLanguage language, string variant)
        => int.TryParse(variant, CultureInfo.InvariantCulture, out var months) ? language.Length(months) : variant;

    private static string Bound(ReportLanguage language, string variant)
        => double.TryParse(variant, CultureInfo.InvariantCulture, out var bound) ? language.Number(bound, bound == Math.Floor(bound) ? 0 : 1) : variant;

    private static string Group(ReportContext context, string id)
        => context.Rows.Groups.Any(group => group.GroupId == id) ? ReportLanguage.Lower(context.GroupTitle(id)) : id;
}
