using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Wording;

/// <summary>An outcome's result under one design in words.</summary>
internal static class EffectSentence
{
    /// <summary>The estimate, its interval, what it is relative to, on how many municipalities and how it was tested.</summary>
    public static string Full(ReportContext context, OutcomeRow outcome, DesignRow design)
        => context.Rows.Effect(outcome.OutcomeId, design.DesignId) is { IsSuppressed: false, Row: { Estimate: not null } row }
            ? $"{Brief(context, outcome, design)} {Test(context, design, row)}"
            : Brief(context, outcome, design);

    /// <summary>The estimate, its interval and what it is relative to, or why there is none.</summary>
    public static string Brief(ReportContext context, OutcomeRow outcome, DesignRow design)
    {
        var language = context.Language;
        var control = context.GroupDefinite(design.ControlGroup);
        if (context.Rows.Effect(outcome.OutcomeId, design.DesignId) is not { } effect)
        {
            return NotEstimable(context, outcome, design, control);
        }

        if (effect.IsSuppressed)
        {
            return language.Say($"Effekten jämfört med {control} lämnas inte ut. ", $"The effect compared with {control} is not released. ")
                + context.Rule(effect.Rule);
        }

        var row = effect.Row;
        if (row.Estimate is not { } estimate)
        {
            return language.Say($"Jämfört med {control} finns ingen skattning.", $"Compared with {control} there is no estimate.");
        }

        var decimals = context.Decimals(outcome);
        var treated = context.GroupDefinite(design.TreatedGroup);
        return language.Say(
            $"Jämfört med {control} är skattningen {language.Number(estimate, decimals)} {context.DifferenceUnit(outcome)} ({Interval(language, row, decimals)}){Relative(language, row, treated)}.",
            $"Compared with {control} the estimate is {language.Number(estimate, decimals)} {context.DifferenceUnit(outcome)} ({Interval(language, row, decimals)}){Relative(language, row, treated)}.");
    }

    /// <summary>The interval with its level: "95-procentigt intervall −1,1 till 0,5".</summary>
    public static string Interval(ReportLanguage language, EffectRow row, int decimals)
    {
        var name = language.Say($"{Level(language, row.Level)}-procentigt intervall", $"{Level(language, row.Level)} per cent interval");
        if (row is not { Low: { } low, High: { } high })
        {
            return language.Say("intervall kunde inte beräknas", "no interval could be computed");
        }

        return (double.IsInfinity(low), double.IsInfinity(high)) switch
        {
            (true, true) => language.Say($"{name} utan gränser", $"{name} without limits"),
            (true, false) => language.Say($"{name} utan nedre gräns, upp till {language.Number(high, decimals)}", $"{name} without a lower limit, up to {language.Number(high, decimals)}"),
            (false, true) => language.Say($"{name} från {language.Number(low, decimals)} utan övre gräns", $"{name} from {language.Number(low, decimals)} without an upper limit"),
            _ => language.Say($"{name} {language.Number(low, decimals)} till {language.Number(high, decimals)}", $"{name} {language.Number(low, decimals)} to {language.Number(high, decimals)}"),
        };
    }

    /// <summary>A confidence level as a whole per cent.</summary>
    public static string Level(ReportLanguage language, double level) => language.Number(level * 100, 0);

    private static string Relative(ReportLanguage language, EffectRow row, string treated) => row.Relative switch
    {
        null => "",
        { } share when Math.Abs(share) < 0.0005 => language.Say(
            $", vilket är samma nivå som {treated} annars skulle ha haft", $", which is the level that {treated} would otherwise have had"),
        { } share => language.Say(
            $", vilket är {language.Percent(share)} {(share < 0 ? "lägre" : "högre")} än vad {treated} annars skulle ha haft",
            $", which is {language.Percent(share)} {(share < 0 ? "lower" : "higher")} than {treated} would otherwise have had"),
    };

    private static string Test(ReportContext context, DesignRow design, EffectRow row)
    {
        var language = context.Language;
        var units = language.Say(
            $"{ReportLanguage.Capital(language.Count(row.TreatedUnits))} {context.GroupInText(design.TreatedGroup)} jämförs med {language.Count(row.ControlUnits)} {context.GroupInText(design.ControlGroup)}",
            $"{ReportLanguage.Capital(language.Count(row.TreatedUnits))} {context.GroupInText(design.TreatedGroup)} are compared with {language.Count(row.ControlUnits)} {context.GroupInText(design.ControlGroup)}");
        if (row.PValue is not { } p)
        {
            return units + ".";
        }

        var assignments = language.Whole(row.Assignments);
        var least = row.MinimumPValue is { } minimum
            ? language.Say($"; minsta möjliga p-värde är {language.PValue(minimum)}", $"; the least possible p-value is {language.PValue(minimum)}")
            : "";
        var method = row.Inference == "exact-randomisation"
            ? language.Say($"alla {assignments} möjliga fördelningar prövade", $"all {assignments} possible assignments tried")
            : language.Say($"{assignments} slumpvis valda fördelningar prövade", $"{assignments} randomly chosen assignments tried");
        return language.Say(
            $"{units}. Randomiseringstestets p-värde är {language.PValue(p)} ({method}{least}).",
            $"{units}. The randomisation test's p-value is {language.PValue(p)} ({method}{least}).");
    }

    private static string NotEstimable(ReportContext context, OutcomeRow outcome, DesignRow design, string control)
    {
        var language = context.Language;
        var decisions = context.Rows.Decisions.Where(row => row.Kind == "not_estimable" && row.OutcomeId == outcome.OutcomeId).ToList();
        var own = decisions.Find(row => (row.DesignId ?? design.DesignId) == design.DesignId);
        if (own is not null && context.Rows.Designs.All(other => decisions.Exists(row => (row.DesignId ?? other.DesignId) == other.DesignId && row.ReasonSv == own.ReasonSv)))
        {
            return language.Say($"Effekten kunde inte skattas. {own.ReasonSv}", $"The effect could not be estimated. {own.ReasonEn}");
        }

        return own is { } decision
            ? language.Say($"Effekten jämfört med {control} kunde inte skattas. {decision.ReasonSv}", $"The effect compared with {control} could not be estimated. {decision.ReasonEn}")
            : language.Say($"Något resultat jämfört med {control} finns inte bland de utlämnade tabellerna.", $"No result compared with {control} is among the released tables.");
    }
}
