using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Wording;

/// <summary>How the change goes with the hours of support: description, never proof.</summary>
internal static class DoseSentence
{
    /// <returns>An empty text where nothing of it is released.</returns>
    public static string Of(ReportContext context, OutcomeRow outcome, DesignRow design)
    {
        var language = context.Language;
        var response = context.Rows.DoseResponse.FirstOrDefault(row => row.Row.OutcomeId == outcome.OutcomeId && row.Row.DesignId == design.DesignId);
        if (response is not { IsSuppressed: false, Row: { HoursLeast: { } least, HoursMost: { } most } row })
        {
            return "";
        }

        var hours = language.Say(
            $"{ReportLanguage.Capital(language.Count(row.Municipalities))} kommuner fick mellan {language.Number(least, 0)} och {language.Number(most, 0)} timmars stöd under tiden efter starten.",
            $"{ReportLanguage.Capital(language.Count(row.Municipalities))} municipalities had between {language.Number(least, 0)} and {language.Number(most, 0)} hours of support in the time after the start.");
        var caution = language.Say(
            "Timmarna lottades inte: de som fick mer kan ha varit annorlunda redan från början. Det är en beskrivning och inget bevis.",
            "The hours were not drawn by lot: those who had more may have differed from the beginning. It is a description and no proof.");
        return row.RankCorrelation is not { } correlation ? $"{hours} {caution}" : hours + " " + language.Say(
            $"Rangkorrelationen mellan timmar och förändring är {language.Number(correlation, 2)} (1: fler timmar följs alltid av större ökning, −1: alltid av större minskning). ",
            $"The rank correlation of hours and change is {language.Number(correlation, 2)} (1: more hours always go with a larger increase, −1: with a larger decrease). ") + caution;
    }
}
