using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Tests.Made;

/// <summary>Five of the plan's outcomes: by month, quarter and year, published and delivered, of every role.</summary>
internal static class MadeOutcomes
{
    public static readonly OutcomeRow Fire = Outcome(
        "fire", "bra:reported:1210", "Anmäld anlagd brand m.m.", "Reported arson and similar", "anmälda brott per 100 000 invånare och månad",
        "reported offences per 100,000 inhabitants and month", "crime", "lower", -0.10, "month", "ratio_of_sums",
        "Anmälda brott är inte begångna brott. Ett förändrat anmälningsbeteende syns som en förändrad nivå.\nEn anmälan registreras ofta senare än brottet begås, så de sista månaderna kan vara ofullständiga.",
        "Reported offences are not committed offences. A change in reporting shows as a change in level.\nA report is often registered later than the offence took place, so the last months may be incomplete.");

    public static readonly OutcomeRow Days = Outcome(
        "investigation_days", "kolada:U33401", "Utredningstid barn och unga 0–20 år", "Length of investigations of children aged 0–20", "dagar i medeltal per utredning",
        "days on average per investigation", "social_services", "lower", -0.10, "year", "unweighted_mean",
        "Mätperioden är första halvåret. Bör inte användas före årets slut.", "The measuring period is the first half-year. Not to be used before the end of the year.");

    public static readonly OutcomeRow Assessment = Outcome(
        "structured_assessment", "delivery:structured_assessment", "Utredningar med strukturerad risk- och behovsbedömning", "Investigations with a structured risk and needs assessment",
        "procent av avslutade utredningar", "per cent of closed investigations", "social_services", "higher", 0.20, "quarter", "ratio_of_sums",
        "Kommunernas egna uppgifter. Vad som räknas som strukturerad bedömning kan skilja.", "The municipalities' own figures. What counts as a structured assessment may differ.");

    public static readonly OutcomeRow ReReferral = Outcome(
        "re_referral", "delivery:re_referral", "Ny orosanmälan inom sex månader efter avslutad utredning", "New report of concern within six months of a closed investigation",
        "procent av avslutade utredningar", "per cent of closed investigations", "social_services", "lower", -0.10, "quarter", "ratio_of_sums",
        "Kommunernas egna uppgifter.", "The municipalities' own figures.");

    public static readonly OutcomeRow Vandalism = Outcome(
        "vandalism", "kolada:U07452", "Anmälda brott om skadegörelse", "Reported damage", "anmälda brott per 100 000 invånare och år",
        "reported offences per 100,000 inhabitants and year", "crime", "lower", -0.10, "year", "population_weighted", "", "");

    private static OutcomeRow Outcome(
        string id, string indicator, string sv, string en, string unitSv, string unitEn, string family, string better, double matters, string grain, string rule,
        string caveatsSv, string caveatsEn) => new()
    {
        OutcomeId = id, IndicatorId = indicator, TitleSv = sv, TitleEn = en, UnitSv = unitSv, UnitEn = unitEn, Family = family, Role = id switch { "re_referral" or "investigation_days" => "secondary", "vandalism" => "context", _ => "primary" },
        Better = better, Matters = matters, Grain = grain, GroupRule = rule, CaveatsSv = caveatsSv, CaveatsEn = caveatsEn,
    };
}
