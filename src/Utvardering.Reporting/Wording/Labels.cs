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

    public static string Decision(ReportLanguage language, string kind) => kind switch
    {
        "left_out" => language.Say("utelämnad, för få uppgifter", "left out, too little data"),
        "excluded" => language.Say("utelämnad, annan insats", "left out, another programme"),
        "kept" => language.Say("med, trots annan insats", "kept, in spite of another programme"),
        _ => kind,
    };

    public static string Estimator(ReportLanguage language, string estimator) => estimator switch
    {
        "did-2x2" => language.Say("skillnad i skillnader", "difference in differences"),
        "synthetic-did" => language.Say("syntetisk skillnad i skillnader", "synthetic difference in differences"),
        "augmented-synthetic-control" => language.Say("förstärkt syntetisk kontroll", "augmented synthetic control"),
        "controlled-its" => language.Say("tidsserie med kontroll", "controlled interrupted time series"),
        _ => estimator,
    };

    public static string Inference(ReportLanguage language, string inference) => inference switch
    {
        "exact-randomisation" => language.Say("randomisering, alla fördelningar", "randomisation, all assignments"),
        "sampled-randomisation" => language.Say("randomisering, dragna fördelningar", "randomisation, drawn assignments"),
        "jackknife" => language.Say("jackknife", "jackknife"),
        "placebo-averages" => language.Say("medelvärden av placebo", "averages of placebos"),
        _ => inference,
    };

    public static string Table(ReportLanguage language, string table) => table switch
    {
        "verdicts" => language.Say("Omdömen", "Verdicts"),
        "effects" => language.Say("Effekter", "Effects"),
        "unit_effects" => language.Say("Effekter i varje kommun", "Effects on each municipality"),
        "power" => language.Say("Vad som kunde ha upptäckts", "What could have been seen"),
        "sensitivity" => language.Say("Prövningar av svaren", "Checks of the answers"),
        "leave_one_out" => language.Say("Effekter utan en kommun i taget", "Effects without one municipality at a time"),
        "weights" => language.Say("Vikter i syntetiska kontroller", "Weights of synthetic controls"),
        "distances" => language.Say("Avstånd till liknande kommuner", "Distances to similar municipalities"),
        "placebos" => language.Say("Placebo", "Placebos"),
        "dose" => language.Say("Stödtimmar och förändring i varje kommun", "Hours of support and change in each municipality"),
        "dose_response" => language.Say("Stödtimmar och förändring", "Hours of support and change"),
        "group_time" => language.Say("Effekter per startgrupp och period", "Effects by cohort and period"),
        "event_study" => language.Say("Effekter period för period", "Effects period by period"),
        "diagnostics" => language.Say("Prövningar och varningar", "Tests and warnings"),
        "group_trend" => language.Say("Gruppernas utveckling", "Development of the groups"),
        "municipality_trend" => language.Say("Kommunernas utveckling", "Development of the municipalities"),
        "marts.municipality_series" => language.Say("Kommunernas tal", "Figures of the municipalities"),
        "marts.group_series" => language.Say("Gruppernas tal", "Figures of the groups"),
        "marts.municipality_breakdown" => language.Say("Kommunernas tal efter kön och ålder", "Figures of the municipalities by sex and age"),
        "marts.before_after" => language.Say("Gruppernas tal före och efter", "Figures of the groups before and after"),
        "marts.series_break" => language.Say("Byten av definition och nivå", "Changes of definition and level"),
        "marts.revisions" => language.Say("Ändrade uppgifter", "Revised figures"),
        "marts.unknown_place" => language.Say("Okänd plats", "Unknown place"),
        "marts.context" => language.Say("Bakgrundstal", "Context figures"),
        _ => table,
    };
}
