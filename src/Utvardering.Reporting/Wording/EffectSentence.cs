using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Wording;

/// <summary>An outcome's result under one design in words.</summary>
internal static class EffectSentence
{
    /// <summary>The estimate in the outcome's unit with its interval, on how many municipalities and how it was tested, or why it is not told.</summary>
    public static string Of(ReportContext context, OutcomeRow outcome, DesignRow design)
    {
        var language = context.Language;
        var control = context.GroupDefinite(design.ControlGroup);
        if (context.Rows.Effect(outcome.OutcomeId, design.DesignId) is not { } effect)
        {
            return language.Say($"Något resultat jämfört med {control} finns inte bland de utlämnade tabellerna.", $"No result compared with {control} is among the released tables.");
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
        return language.Say(
            $"Jämfört med {control} är skattningen {language.Number(estimate, decimals)} {context.DifferenceUnit(outcome)} ({Interval(language, row, decimals)}). {Test(context, design, row)}",
            $"Compared with {control} the estimate is {language.Number(estimate, decimals)} {context.DifferenceUnit(outcome)} ({Interval(language, row, decimals)}). {Test(context, design, row)}");
    }

    /// <summary>The interval with its level: "95-procentigt intervall −1,1 till 0,5".</summary>
    public static string Interval(ReportLanguage language, EffectRow row, int decimals)
    {
        var name = language.Say($"{Change.Level(language, row.Level)}-procentigt intervall", $"{Change.Level(language, row.Level)} per cent interval");
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

        var least = row.MinimumPValue is { } minimum
            ? language.Say($"; minsta möjliga p-värde är {language.PValue(minimum)}", $"; the least possible p-value is {language.PValue(minimum)}")
            : "";
        return $"{units}. " + language.Say($"Testets p-värde är {language.PValue(p)} ({Method(language, row)}{least}).", $"The test's p-value is {language.PValue(p)} ({Method(language, row)}{least}).");
    }

    private static string Method(ReportLanguage language, EffectRow row)
    {
        var count = language.Whole(row.Assignments);
        return row.Inference switch
        {
            "exact-randomisation" => language.Say($"alla {count} möjliga fördelningar prövade", $"all {count} possible assignments tried"),
            "sampled-randomisation" => language.Say($"{count} slumpvis valda fördelningar prövade", $"{count} randomly chosen assignments tried"),
            "placebo-averages" => language.Say($"{count} medelvärden av jämförelsekommuner prövade", $"{count} means of comparison municipalities tried"),
            "jackknife" => language.Say("jackknife: en kommun i taget utelämnad", "jackknife: one municipality at a time left out"),
            _ => row.Inference,
        };
    }
}
