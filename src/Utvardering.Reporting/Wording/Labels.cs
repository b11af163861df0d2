namespace Utvardering.Reporting.Wording;

/// <summary>What the tables' codes are called.</summary>
internal static class Labels
{
    public static string Role(ReportLanguage language, string role) => role switch
    {
        "primary" => language.Say("huvudutfall", "primary outcome"),
        "secondary" => language.Say("sekundärt utfall", "secondary outcome"),
        "context" => language.Say("bakgrund", "context"),
        _ => role,
    };

    public static string Part(ReportLanguage language, string role) => role switch
    {
        "pilot" => language.Say("pilot", "pilot"),
        "supported" => language.Say("stödd", "supported"),
        "member" => language.Say("medlem", "member"),
        _ => role,
    };

    public static string Certainty(ReportLanguage language, string certainty) => certainty switch
    {
        "exact" => language.Say("dagen framgår", "day stated"),
        "month_assumed" => language.Say("dagen antagen", "day assumed"),
        _ => certainty,
    };

    public static string GroupRule(ReportLanguage language, string rule) => rule switch
    {
        "ratio_of_sums" => language.Say(
            "En grupps tal är summan av antalen delad med summan av nämnarna, inte medelvärdet av kommunernas tal.",
            "A group's figure is the sum of counts over the sum of denominators, not the mean of the municipalities' figures."),
        "population_weighted" => language.Say(
            "En grupps tal är kommunernas publicerade tal vägda med folkmängden.",
            "A group's figure is the municipalities' published figures weighted by population."),
        _ => language.Say(
            "En grupps tal är det ovägda medelvärdet av kommunernas tal.",
            "A group's figure is the plain mean of the municipalities' figures."),
    };

    public static string Action(ReportLanguage language, string action) => action switch
    {
        "suppress" => language.Say("siffrorna tömda", "figures emptied"),
        "withhold" => language.Say("raderna kvarhållna", "rows kept back"),
        _ => language.Say("utlämnade", "released"),
    };

    public static string Table(ReportLanguage language, string table) => table switch
    {
        "effects" => language.Say("Effekter", "Effects"),
        "event_study" => language.Say("Effekter period för period", "Effects period by period"),
        "diagnostics" => language.Say("Prövningar och varningar", "Tests and warnings"),
        "group_trend" => language.Say("Gruppernas utveckling", "Development of the groups"),
        "municipality_trend" => language.Say("Kommunernas utveckling", "Development of the municipalities"),
        "marts.municipality_series" => language.Say("Kommunernas tal", "Figures of the municipalities"),
        "marts.group_series" => language.Say("Gruppernas tal", "Figures of the groups"),
        "marts.unknown_place" => language.Say("Okänd plats", "Unknown place"),
        "marts.context" => language.Say("Bakgrundstal", "Context figures"),
        _ => table,
    };
}
