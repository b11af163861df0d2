using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Wording;

/// <summary>What a comparison could have seen, told before what it saw.</summary>
internal static class PowerSentence
{
    public static string Of(ReportContext context, OutcomeRow outcome, DesignRow design)
    {
        var language = context.Language;
        var control = context.GroupDefinite(design.ControlGroup);
        if (context.Rows.PowerOf(outcome.OutcomeId, design.DesignId) is not { } power)
        {
            return context.Rows.Decisions.FirstOrDefault(row => row.Kind == "no_power" && row.OutcomeId == outcome.OutcomeId && row.DesignId == design.DesignId) is { } decision
                ? language.Say(decision.ReasonSv, decision.ReasonEn)
                : "";
        }

        if (power.IsSuppressed)
        {
            return language.Say($"Vad jämförelsen med {control} kunde ha visat lämnas inte ut. ", $"What the comparison with {control} could have shown is not released. ") + context.Rule(power.Rule);
        }

        var row = power.Row;
        var one = Change.One(language, outcome.Matters);
        var least = Detectable(language, row);
        if (row.DetectableRelative is not { } share || double.IsInfinity(share))
        {
            return language.Say(
                $"Mot {control} kunde {one} inte ha upptäckts med önskad säkerhet: {least}.", $"Against {control} {one} could not have been seen with the certainty wanted: {least}.");
        }

        var chance = row.PowerAtMatters is { } at
            ? language.Say(
                $", och {one} på {language.Percent(outcome.Matters)}, det minsta som bedömts ha betydelse, i {Hundred(language, at)}",
                $", and one of {language.Percent(outcome.Matters)}, the least judged to matter, in {Hundred(language, at)}")
            : "";
        return language.Say(
            $"Mot {control} syns {one} på {least} eller mer i {Hundred(language, row.Power)}{chance}. ",
            $"Against {control} {one} of {least} or more shows in {Hundred(language, row.Power)}{chance}. ") + (share > Math.Abs(outcome.Matters)
            ? language.Say("Om inget tydligt syns betyder det därför inte att effekten uteblev.", "If nothing clear shows, that does therefore not mean that there was no effect.")
            : language.Say("Jämförelsen är alltså känslig nog för det som bedömts ha betydelse.", "The comparison is thus sensitive enough for what was judged to matter."));
    }

    /// <summary>The least detectable effect as a share, or in words.</summary>
    public static string Detectable(ReportLanguage language, PowerRow row) => row.DetectableRelative switch
    {
        null => language.Say("nivån före starten är noll", "the level before the start is zero"),
        { } share when double.IsInfinity(share) => language.Say("ingen storlek räcker", "no size is enough"),
        { } share => language.Percent(share),
    };

    private static string Hundred(ReportLanguage language, double chance)
        => language.Say($"{language.Number(chance * 100, 0)} fall av 100", $"{language.Number(chance * 100, 0)} cases of 100");
}
