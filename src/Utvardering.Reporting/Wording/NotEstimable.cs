using Utvardering.Disclosure.Tables;

namespace Utvardering.Reporting.Wording;

/// <summary>Why effects could not be estimated; what holds for several comparisons is said once.</summary>
internal static class NotEstimable
{
    /// <summary>A sentence for each reason, naming its comparisons where it does not hold for all that the outcome has.</summary>
    public static IReadOnlyList<string> Reasons(ReportContext context, OutcomeRow outcome)
    {
        var language = context.Language;
        var decisions = context.Rows.Decisions.Where(row => row.Kind == "not_estimable" && row.OutcomeId == outcome.OutcomeId).ToList();
        var none = context.Estimated(outcome).Count == 0;
        return [.. decisions
            .GroupBy(row => (row.ReasonSv, row.ReasonEn))
            .Select(same => none && same.Count() == decisions.Count
                ? language.Say($"Effekten kunde inte skattas. {same.Key.ReasonSv}", $"The effect could not be estimated. {same.Key.ReasonEn}")
                : language.Say($"Kunde inte göras: {Names(context, [.. same])}. {same.Key.ReasonSv}", $"Could not be made: {Names(context, [.. same])}. {same.Key.ReasonEn}"))];
    }

    private static string Names(ReportContext context, IReadOnlyList<DecisionRow> rows) => context.Language.And([.. rows.Select(row => ReportLanguage.Lower(context.DesignTitle(row.DesignId)))]);
}
