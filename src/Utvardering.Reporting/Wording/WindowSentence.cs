namespace Utvardering.Reporting.Wording;

/// <summary>What the time after the start allows to be seen.</summary>
internal static class WindowSentence
{
    private const int Year = 12;

    /// <summary>One text for each window after the start, naming the outcomes that have it.</summary>
    public static IEnumerable<string> All(ReportContext context)
    {
        var grains = context.Rows.Outcomes.ToDictionary(outcome => outcome.OutcomeId);
        return context.Rows.Effects
            .Select(effect => effect.Row)
            .Where(effect => effect.AfterFrom is not null && effect.AfterTo is not null && grains.ContainsKey(effect.OutcomeId))
            .GroupBy(effect => (From: effect.AfterFrom!.Value, To: effect.AfterTo!.Value, grains[effect.OutcomeId].Grain, grains[effect.OutcomeId].Family))
            .Select(window => Of(context.Language, window.Key.From, window.Key.To, window.Key.Grain, window.Key.Family == "crime",
                [.. window.Select(effect => effect.OutcomeId).Distinct(StringComparer.Ordinal).Select(id => context.Title(grains[id]))]));
    }

    /// <param name="language">The language.</param>
    /// <param name="from">The first day of the first period after the start.</param>
    /// <param name="to">The first day of the last period.</param>
    /// <param name="grain"><c>month</c>, <c>quarter</c> or <c>year</c>.</param>
    /// <param name="reported">Whether the figures are reported offences, whose last months fill up afterwards.</param>
    /// <param name="titles">The outcomes with this window.</param>
    public static string Of(ReportLanguage language, DateOnly from, DateOnly to, string grain, bool reported, IReadOnlyList<string> titles)
    {
        var months = ((to.Year - from.Year) * Year) + to.Month - from.Month + ReportLanguage.MonthsIn(grain);
        var length = language.Length(months);
        var range = language.Range(from, to, grain);
        var about = language.And([.. titles.Select(ReportLanguage.Lower)]);
        var opening = grain == "year"
            ? language.Say(
                $"Efter starten finns {language.Count(months / Year, neuter: true)} årsvärde{(months > Year ? "n" : "")} ({range}) för {about}",
                $"After the start there {(months > Year ? "are" : "is")} {language.Count(months / Year)} yearly value{(months > Year ? "s" : "")} ({range}) of {about}")
            : language.Say($"Efter starten finns {length} ({range}) för {about}", $"After the start there {(months is 1 or Year ? "is" : "are")} {length} ({range}) of {about}");
        var registered = reported && grain == "month";
        return ReportContext.Sentence(opening) + " " + (months switch
        {
            < Year => language.Say(
                $"{ReportLanguage.Capital(length)} kan visa en stor och omedelbar förändring, men inte en effekt som växer fram{(registered ? ", och de sista månadernas anmälningar är inte fullständigt registrerade" : "")}.",
                $"{ReportLanguage.Capital(length)} can show a large and immediate change, but not an effect that builds up{(registered ? ", and the reports of the last months are not fully registered" : "")}."),
            < 2 * Year => language.Say(
                $"{ReportLanguage.Capital(length)} kan visa en förändring som kommer under den tiden, men inte om den består eller växer{(registered ? ". De sista månadernas anmälningar är inte fullständigt registrerade" : "")}.",
                $"{ReportLanguage.Capital(length)} can show a change that comes within that time, but not whether it lasts or grows{(registered ? ". The reports of the last months are not fully registered" : "")}."),
            _ => language.Say(
                $"{ReportLanguage.Capital(length)} kan också visa en effekt som växer fram under den tiden; skattningen är medeltalet över hela tiden{(registered ? ". De sista månadernas anmälningar är inte fullständigt registrerade" : "")}.",
                $"{ReportLanguage.Capital(length)} can also show an effect that builds up over that time; the estimate is the mean over all of it{(registered ? ". The reports of the last months are not fully registered" : "")}."),
        });
    }
}
