using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Wording;

/// <summary>In which ways the groups were unlike before the start, by the limits of the diagnostics, for an outcome that has no table of it.</summary>
internal static class LikenessSentence
{
    public static IReadOnlyList<string> All(ReportContext context, OutcomeRow outcome, DesignRow design)
    {
        var rows = context.Rows.Diagnostics.Where(row => row.Row.Warning && !row.IsSuppressed && row.Row.OutcomeId == outcome.OutcomeId && row.Row.DesignId == design.DesignId).Select(row => row.Row).ToList();
        return [.. rows.Where(row => row.Value is not null).Select(row => Of(context, design, row)).Where(text => text.Length > 0)];
    }

    private static string Of(ReportContext context, DesignRow design, DiagnosticRow row)
    {
        var language = context.Language;
        var (value, treated, control) = (row.Value!.Value, context.GroupDefinite(design.TreatedGroup), context.GroupDefinite(design.ControlGroup));
        var size = language.Number(Math.Abs(value), 1);
        return row.Kind switch
        {
            "balance_level" => language.Say(
                $"Före starten låg {treated} i medeltal {size} standardavvikelser {(value < 0 ? "lägre" : "högre")} än {control}.",
                $"Before the start {treated} were on average {size} standard deviations {(value < 0 ? "lower" : "higher")} than {control}."),
            "balance_population" => language.Say(
                $"{ReportLanguage.Capital(treated)} är {(value < 0 ? "mindre" : "större")} än {control} ({size} standardavvikelser).",
                $"{ReportLanguage.Capital(treated)} are {(value < 0 ? "smaller" : "larger")} than {control} ({size} standard deviations)."),
            "overlap" => language.Say(
                $"Bara {language.Percent(value)} av {treated} hade en nivå före starten inom spannet för {control}.",
                $"Only {language.Percent(value)} of {treated} had a level before the start within the range of {control}."),
            "pre_fit" => language.Say(
                $"Den syntetiska kontrollen avvek före starten i medeltal {language.Percent(value)} av nivån.",
                $"The synthetic control was before the start off by {language.Percent(value)} of the level on average."),
            _ => "",
        };
    }
}
