namespace Utvardering.Reporting.Wording;

/// <summary>When the outcomes were fixed, beside the time that the figures are of: a plan made after that time is no preregistration.</summary>
internal static class PlanSentence
{
    public static string Of(ReportContext context)
    {
        var language = context.Language;
        var run = context.Rows.Run;
        if (run.Exploratory)
        {
            return language.Say($"Planen är daterad {language.Date(run.PlanFixed)}; körningen är explorativ.", $"The plan is dated {language.Date(run.PlanFixed)}; the run is exploratory.");
        }

        var (sv, en) = (End(context), run.PlanFixed) switch
        {
            (null, _) => ("", ""),
            _ when run.PlanFixed < run.Start => (", innan insatsen började", ", before the programme began"),
            ({ } end, var made) when made >= end => (
                ", efter den tid som uppgifterna avser men innan skattningarna gjordes", ", after the time that the figures are of but before the estimates were made"),
            _ => (", före slutet av den tid som uppgifterna avser och innan skattningarna gjordes", ", before the end of the time that the figures are of and before the estimates were made"),
        };
        return language.Say($"Utfallen är fastställda i planen den {language.Date(run.PlanFixed)}{sv}.", $"The outcomes were fixed in the plan on {language.Date(run.PlanFixed)}{en}.");
    }

    /// <summary>The first day after the last period of any effect, or of any figure where there is no effect.</summary>
    private static DateOnly? End(ReportContext context)
    {
        var grains = context.Rows.Outcomes.ToDictionary(outcome => outcome.OutcomeId, outcome => outcome.Grain, StringComparer.Ordinal);
        var ends = context.Rows.Effects
            .Where(effect => effect.Row.AfterTo is not null && grains.ContainsKey(effect.Row.OutcomeId))
            .Select(effect => effect.Row.AfterTo!.Value.AddMonths(ReportLanguage.MonthsIn(grains[effect.Row.OutcomeId])))
            .ToList();
        return ends.Count > 0
            ? ends.Max()
            : context.Rows.DataQuality.Select(row => (DateOnly?)row.LastPeriod.AddMonths(ReportLanguage.MonthsIn(row.Grain))).Max();
    }
}
