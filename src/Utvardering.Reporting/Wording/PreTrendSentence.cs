using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Rows;

namespace Utvardering.Reporting.Wording;

/// <summary>What the joint test of the periods before the start says.</summary>
internal static class PreTrendSentence
{
    /// <summary>The test's row, or null where it could not be made.</summary>
    public static Released<DiagnosticRow>? Test(ReportContext context, OutcomeRow outcome, DesignRow design) => context.Rows.Diagnostics.FirstOrDefault(
        row => row.Row.Kind == "pre_trend_joint" && row.Row.OutcomeId == outcome.OutcomeId && row.Row.DesignId == design.DesignId);

    public static string Of(ReportContext context, OutcomeRow outcome, DesignRow design)
    {
        var language = context.Language;
        var groups = language.Say(
            $"{context.GroupDefinite(design.TreatedGroup)} och {context.GroupDefinite(design.ControlGroup)}",
            $"{context.GroupDefinite(design.TreatedGroup)} and {context.GroupDefinite(design.ControlGroup)}");
        var test = Test(context, outcome, design);
        if (test is { IsSuppressed: true })
        {
            return language.Say($"Prövningen av utvecklingen före starten ({context.Title(design)}) lämnas inte ut. ", $"The test of the development before the start ({context.Title(design)}) is not released. ")
                + context.Rule(test.Rule);
        }

        if (test?.Row.PValue is not { } p)
        {
            // A test that is not there for another reason than this is told of with the effect that is not there.
            return !context.Rows.Diagnostics.Any(row => row.Row.Kind == "no_pre_periods" && row.Row.OutcomeId == outcome.OutcomeId && row.Row.DesignId == design.DesignId) ? "" : language.Say(
                $"Om {groups} utvecklades lika före starten kunde inte prövas: det finns för få perioder före starten.",
                $"Whether {groups} developed alike before the start could not be tested: there are too few periods before it.");
        }

        var periods = test.Row.Limit is { } count ? (long)count : 0;
        var grain = context.Rows.EventStudy.FirstOrDefault(row => row.Row.OutcomeId == outcome.OutcomeId && row.Row.DesignId == design.DesignId)?.Row.Grain ?? outcome.Grain;
        var made = language.Say(
            $"Det prövades samlat om {groups} började utvecklas olika någon gång under {language.Periods(periods, grain)} före starten (p = {language.PValue(p)}).",
            $"It was tested jointly whether {groups} began to develop differently at any time over {language.Periods(periods, grain)} before the start (p = {language.PValue(p)}).");
        return made + (test.Row.Warning
            ? language.Say(
                " Grupperna utvecklades olika redan före starten, så skillnaden efter starten kan inte utan vidare läsas som en effekt.",
                " The groups developed differently already before the start, so the difference after it can't simply be read as an effect.")
            : language.Say(
                " Testet ger inget tydligt tecken på olika utveckling före starten, men med så få kommuner kan det missa även stora skillnader.",
                " The test gives no clear sign of different developments before the start, but with so few municipalities it can miss even large differences."));
    }
}
