using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Rows;

namespace Utvardering.Reporting.Wording;

/// <summary>What an effect's interval can and can't rule out.</summary>
internal static class RangeSentence
{
    /// <summary>Above this share a percentage says little but that the level without the programme is near zero.</summary>
    private const double MoreThanTripled = 2;

    /// <returns>One or two sentences, or an empty text where there is no interval to speak of.</returns>
    public static string Of(ReportLanguage language, OutcomeRow outcome, Released<EffectRow> effect)
    {
        var (from, to) = (effect.Row.RelativeLow ?? 0, effect.Row.RelativeHigh ?? 0);
        var matters = language.SignedPercent(outcome.Matters);
        var span = language.Say(
            $"Intervallet sträcker sig från {Change(language, from)} till {Change(language, to)}.",
            $"The interval runs from {Change(language, from)} to {Change(language, to)}.");
        return VerdictOf.Effect(effect, outcome.Matters) switch
        {
            Verdict.Open when double.IsNegativeInfinity(effect.Row.Low!.Value) && double.IsPositiveInfinity(effect.Row.High!.Value) => language.Say(
                $"Intervallet utesluter inget värde; materialet kan därför varken visa eller utesluta en effekt av den storlek som bedömts ha betydelse ({matters}).",
                $"The interval rules out no value; the material can therefore neither show nor rule out an effect of the size judged to matter ({matters})."),
            Verdict.Open => language.Say(
                $"Intervallet rymmer både {Change(language, from)} och {Change(language, to)}; materialet kan därför varken visa eller utesluta en effekt av den storlek som bedömts ha betydelse ({matters}).",
                $"The interval holds both {Change(language, from)} and {Change(language, to)}; the material can therefore neither show nor rule out an effect of the size judged to matter ({matters})."),
            Verdict.NoneThatMatters => span + language.Say(
                $" Det utesluter en effekt av den storlek som bedömts ha betydelse ({matters}), men varken visar eller utesluter en mindre{OtherWay(language, outcome, from, to)}.",
                $" It rules out an effect of the size judged to matter ({matters}), but neither shows nor rules out a smaller one{OtherWay(language, outcome, from, to)}."),
            Verdict.Matters => span + language.Say(
                $" Det rymmer inte noll, och hela intervallet är minst av den storlek som bedömts ha betydelse ({matters}).",
                $" It does not hold zero, and all of it is at least of the size judged to matter ({matters})."),
            Verdict.MayMatter => span + language.Say(
                $" Det rymmer inte noll, men både effekter som är mindre och effekter som är större än den storlek som bedömts ha betydelse ({matters}).",
                $" It does not hold zero, but effects both smaller and larger than the size judged to matter ({matters})."),
            Verdict.TooSmall => span + language.Say(
                $" Det rymmer inte noll, men hela intervallet är mindre än den storlek som bedömts ha betydelse ({matters}).",
                $" It does not hold zero, but all of it is smaller than the size judged to matter ({matters})."),
            Verdict.Opposite => span + language.Say(
                $" Det rymmer inte noll, och skillnaden går åt motsatt håll mot den effekt som bedömts ha betydelse ({matters}).",
                $" It does not hold zero, and the difference goes the other way than the effect judged to matter ({matters})."),
            Verdict.NoScaleWithZero => language.Say(
                "Intervallet rymmer noll. Skillnaden kan inte anges i procent, eftersom nivån utan insatsen beräknas till noll eller lägre.",
                "The interval holds zero. The difference can't be given in per cent, since the level without the programme comes out at zero or below."),
            Verdict.NoScaleWithoutZero => language.Say(
                "Intervallet rymmer inte noll. Skillnaden kan inte anges i procent, eftersom nivån utan insatsen beräknas till noll eller lägre.",
                "The interval does not hold zero. The difference can't be given in per cent, since the level without the programme comes out at zero or below."),
            _ => "",
        };
    }

    /// <summary>How limits in per cent are to be read.</summary>
    public static string PercentNote(ReportLanguage language) => language.Say(
        "Varje gräns anges i procent av den nivå som just den gränsen förutsätter; när den nivån närmar sig noll blir procenttalet mycket stort.",
        "Each limit is given in per cent of the level that this very limit presupposes; when that level nears zero the per cent becomes very large.");

    /// <summary>What matters is asked in one direction; a change as large in the other must not go unsaid.</summary>
    private static string OtherWay(ReportLanguage language, OutcomeRow outcome, double from, double to)
        => (outcome.Matters < 0 ? to : -from) >= Math.Abs(outcome.Matters)
            ? language.Say(", och utesluter inte en lika stor förändring åt andra hållet", ", and does not rule out as large a change in the other direction")
            : "";

    private static string Change(ReportLanguage language, double share) => share switch
    {
        double.PositiveInfinity => language.Say("en ökning utan övre gräns", "an increase without an upper limit"),
        > MoreThanTripled => language.Say("mer än en tredubbling", "more than a tripling"),
        > 0 => language.Say($"en ökning på {language.Percent(share)}", $"an increase of {language.Percent(share)}"),
        < 0 => language.Say($"en minskning på {language.Percent(share)}", $"a decrease of {language.Percent(share)}"),
        _ => language.Say("ingen förändring", "no change"),
    };
}
