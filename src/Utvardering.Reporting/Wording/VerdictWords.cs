using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Rows;

namespace Utvardering.Reporting.Wording;

/// <summary>The verdicts' names for readers.</summary>
internal static class VerdictWords
{
    /// <summary>The verdicts from the strongest to what is no verdict, with what each means.</summary>
    public static IReadOnlyList<string> Order { get; } = ["supported", "suggestive", "against", "inconclusive", "not_estimable", "suppressed"];

    /// <summary>The code of <see cref="Order"/> of a released row.</summary>
    public static string Code(Released<VerdictRow>? verdict) => verdict switch
    {
        null => "not_estimable",
        { IsSuppressed: true } => "suppressed",
        _ => verdict.Row.Verdict,
    };

    public static string Label(ReportLanguage language, string code) => code switch
    {
        "supported" => language.Say("stöd", "supported"),
        "suggestive" => language.Say("visst stöd", "some support"),
        "against" => language.Say("talar emot", "against"),
        "inconclusive" => language.Say("går inte att avgöra", "can't be decided"),
        "not_estimable" => language.Say("kunde inte skattas", "could not be estimated"),
        "suppressed" => language.Say("lämnas inte ut", "not released"),
        _ => code,
    };

    public static string Label(ReportContext context, OutcomeRow outcome) => Label(context.Language, Code(context.Rows.Verdict(outcome.OutcomeId)));

    /// <summary>What a verdict means, as a sentence.</summary>
    public static string Meaning(ReportLanguage language, string code) => code switch
    {
        "supported" => language.Say(
            "Hela intervallet ligger på den sida om noll som frågan gäller och når det minsta som bedömts ha betydelse, också efter rättning för att flera utfall prövas. Ingen enskild kommun bär svaret, minst tre av fyra kontroller ger samma riktning och de andra jämförelserna säger inte emot.",
            "All of the interval lies on the side of zero that is asked about and reaches the least judged to matter, also after correction for several outcomes. No single municipality carries the answer, at least three checks of four give the same direction, and the other comparisons do not speak against it."),
        "suggestive" => language.Say(
            "Intervallet är som vid stöd, men något av det övriga brister. Vad som brister står vid utfallet.",
            "The interval is as for supported, but something of the rest is lacking. What is lacking stands with the outcome."),
        "against" => language.Say(
            "Intervallet utesluter en förändring av den storlek och i den riktning som bedömts ha betydelse.",
            "The interval rules out a change of the size and in the direction judged to matter."),
        "inconclusive" => language.Say(
            "Intervallet rymmer både ingen förändring och en som har betydelse, eller så gick grupperna isär redan före starten. Det betyder inte att insatsen saknar effekt: hur liten förändring som kunde ha visats står vid utfallet.",
            "The interval holds both no change and one that matters, or the groups were parting already before the start. It does not mean that the programme has no effect: how small a change could have been seen stands with the outcome."),
        "not_estimable" => language.Say(
            "Ingen av de ledande jämförelserna kunde göras, eller så saknar intervallet gräns eller procenttal.",
            "None of the leading comparisons could be made, or the interval has no limit or no per cent."),
        _ => language.Say("En regel för utlämnande håller tillbaka siffrorna.", "A rule of disclosure keeps the figures back."),
    };
}
