using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Wording;

/// <summary>The rules that decided a verdict, as clauses without capital and full stop.</summary>
internal static class ReasonClause
{
    /// <summary>The reasons' codes of a released verdict; none where a rule emptied it.</summary>
    public static IReadOnlyList<string> Codes(VerdictRow verdict) => (verdict.Reasons ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string Of(ReportContext context, OutcomeRow outcome, VerdictRow verdict, string reason)
    {
        var language = context.Language;
        var asked = Change.One(language, outcome.Matters);
        var opposite = Change.One(language, -outcome.Matters);
        var least = language.Percent(outcome.Matters);
        return reason switch
        {
            "beyond_zero" => language.Say(
                $"hela intervallet ligger på den sida om noll som frågan gäller och når {asked} på {least}, det minsta som bedömts ha betydelse",
                $"all of the interval lies on the side of zero that is asked about and reaches {asked} of {least}, the least judged to matter"),
            "holds_both" => language.Say(
                $"intervallet rymmer både ingen förändring och {asked} på {least}, det minsta som bedömts ha betydelse",
                $"the interval holds both no change and {asked} of {least}, the least judged to matter"),
            "could_not_have_seen" => Unseen(language, outcome, verdict),
            "too_small" => language.Say(
                $"förändringen går åt det håll som frågan gäller, men hela intervallet ligger under det minsta som bedömts ha betydelse ({least})",
                $"the change goes the way that is asked about, but all of the interval lies below the least judged to matter ({least})"),
            "opposite" => language.Say(
                $"hela intervallet ligger på andra sidan noll: {opposite}, där frågan gäller {asked}",
                $"all of the interval lies on the other side of zero: {opposite}, where the question is of {asked}"),
            "ruled_out" => language.Say(
                $"intervallet utesluter {asked} på {least} eller mer{OtherWay(language, outcome, verdict, opposite)}",
                $"the interval rules out {asked} of {least} or more{OtherWay(language, outcome, verdict, opposite)}"),
            "pre_trend" => language.Say(
                $"grupperna gick isär redan före starten{P(language, verdict.PreTrendP)}, så en skillnad efter den kan inte läsas som en effekt",
                $"the groups were parting already before the start{P(language, verdict.PreTrendP)}, so a difference after it can't be read as an effect"),
            "placebo_start" => language.Say(
                "en skillnad syns redan med ett startdatum då ingenting började, så skillnaden efter den verkliga starten kan inte läsas som en effekt",
                "a difference shows already with a start at which nothing began, so the difference after the real one can't be read as an effect"),
            "multiplicity" => language.Say(
                $"rättat för att flera utfall prövas {Holm(language, verdict)} gränsen {language.Number(1 - context.Rows.Run.Level, 2)}",
                $"corrected for several outcomes {Holm(language, verdict)} the limit {language.Number(1 - context.Rows.Run.Level, 2)}"),
            "one_municipality" => language.Say(
                "utan en av kommunerna byter skattningen tecken, så svaret kan vila på den",
                "without one of the municipalities the estimate changes sign, so the answer may rest on it"),
            "checks_disagree" => language.Say(
                $"bara {language.Count(verdict.ChecksAgreeing)} av {language.Count(verdict.ChecksMade)} kontroller ger samma riktning",
                $"only {language.Count(verdict.ChecksAgreeing)} of {language.Count(verdict.ChecksMade)} checks give the same direction"),
            "designs_disagree" => language.Say("andra jämförelser pekar åt motsatt håll", "other comparisons point the other way"),
            "no_other_design" => language.Say("ingen ytterligare jämförelse kunde göras som bekräftar svaret", "no further comparison could be made that would confirm the answer"),
            "no_estimate" => language.Say("ingen av de ledande jämförelserna kunde göras", "none of the leading comparisons could be made"),
            "no_relative_effect" => language.Say(
                "skillnaden kan inte anges i procent, eftersom nivån utan insatsen beräknas till noll eller lägre",
                "the difference can't be given in per cent, since the level without the programme comes out at zero or below"),
            "unbounded" => language.Say(
                "intervallet saknar gräns: med så få kommuner kan testet inte nå den valda nivån",
                "the interval has no limit: with so few municipalities the test can't reach the chosen level"),
            _ => reason,
        };
    }

    private static string Unseen(ReportLanguage language, OutcomeRow outcome, VerdictRow verdict)
    {
        var asked = Change.One(language, outcome.Matters);
        return verdict.DetectableRelative switch
        {
            null => language.Say($"hur liten {Change.Asked(language, outcome.Matters)} som kunde ha visats är inte känt", $"how small {asked} could have been seen is not known"),
            { } least when double.IsInfinity(least) => language.Say(
                $"uppgifterna kunde inte ha visat {asked}, hur stor den än var", $"the material could not have shown {asked}, however large"),
            >= 1 when outcome.Matters < 0 => language.Say(
                "uppgifterna kunde inte ens ha visat att nivån föll till noll", "the material could not have shown even a fall of the level to zero"),
            { } least => language.Say(
                $"uppgifterna kunde inte ha visat {asked} som är mindre än {language.Percent(least)}", $"the material could not have shown {asked} smaller than {language.Percent(least)}"),
        };
    }

    /// <summary>What matters is asked in one direction; a change as large in the other must not go unsaid.</summary>
    private static string OtherWay(ReportLanguage language, OutcomeRow outcome, VerdictRow verdict, string opposite)
        => (outcome.Matters < 0 ? verdict.RelativeHigh : -verdict.RelativeLow) >= Math.Abs(outcome.Matters)
            ? language.Say($", men inte {opposite} som är lika stor", $", but not {opposite} as large")
            : "";

    private static string Holm(ReportLanguage language, VerdictRow verdict) => verdict.PHolm is { } p
        ? language.Say($"är p-värdet {language.PValue(p)}, över", $"the p-value is {language.PValue(p)}, above")
        : language.Say("är p-värdet över", "the p-value is above");

    private static string P(ReportLanguage language, double? p) => p is { } known ? $" (p = {language.PValue(known)})" : "";
}
