using Utvardering.Reporting.Documents;

namespace Utvardering.Reporting.Sections;

/// <summary>What must be known of the run before its results: that its start is a trial's, or that its plan is not the one fixed beforehand.</summary>
internal static class StandingSection
{
    /// <summary>The section, or null for a run by its fixed plan and the real start.</summary>
    public static Section? Make(ReportContext context)
    {
        var (language, run) = (context.Language, context.Rows.Run);
        var blocks = new List<Block>();
        if (run.PlaceboStart is { } start)
        {
            blocks.Add(new Paragraph(
                language.Say(
                    $"Startdatumet är flyttat till {language.Date(start)}, då ingenting började. Bara uppgifter från före den verkliga starten {language.Date(run.Start)} används. Inget i den här rapporten är en effekt av insatsen. Provet visar hur ofta metoderna hittar något där inget finns.",
                    $"The start is moved to {language.Date(start)}, when nothing began. Only figures from before the real start, {language.Date(run.Start)}, are used. Nothing in this report is an effect of the programme. The trial shows how often the methods find something where there is nothing."),
                language.Say("Ett prov.", "A trial.")));
        }

        if (run.Exploratory)
        {
            blocks.Add(new Paragraph(
                context.Rows.PlanChanges.Count == 0
                    ? language.Say(
                        "Planen är inte fastställd: det finns ingen bevarad kopia av den från före resultaten. Läs resultaten som uppslag, inte som prövningar.",
                        "The plan has not been fixed: no copy of it from before the results is kept. Read the results as leads, not as tests.")
                    : language.Say(
                        "Planen är inte den som fastställdes. Tabellen visar vad som skiljer. Läs resultaten som uppslag, inte som prövningar.",
                        "The plan is not the one that was fixed. The table shows the difference. Read the results as leads, not as tests."),
                language.Say("Explorativ.", "Exploratory.")));
            blocks.AddRange(Changes(context));
        }

        return blocks.Count == 0 ? null : new Section(
            "standing",
            run.PlaceboStart is null ? language.Say("Explorativ körning", "Exploratory run") : language.Say("Prov med påhittat startdatum", "Trial with a made-up start"),
            blocks);
    }

    /// <summary>The same in a few words for the top of the page, or null.</summary>
    public static string? Notice(ReportContext context) => context.Rows.Run.Exploratory
        ? context.Rows.PlanChanges.Count == 0
            ? context.Language.Say("EXPLORATIV – planen är inte fastställd i förväg", "EXPLORATORY – the plan was not fixed beforehand")
            : context.Language.Say("EXPLORATIV – planen är inte den som fastställdes i förväg", "EXPLORATORY – the plan is not the one fixed beforehand")
        : null;

    private static IEnumerable<ReportTable> Changes(ReportContext context)
    {
        var language = context.Language;
        if (context.Rows.PlanChanges.Count == 0)
        {
            yield break;
        }

        var none = language.Say("finns inte", "not there");
        yield return new ReportTable(
            "plan-changes",
            language.Say("Planen som den kördes mot planen som den fastställdes.", "The plan as it was run against the plan as it was fixed."),
            [new(language.Say("Plats i planen", "Place in the plan")), new(language.Say("Fastställt", "Fixed")), new(language.Say("I körningen", "In the run"))],
            [.. context.Rows.PlanChanges.Select(change => (IReadOnlyList<Cell>)[Cell.Of(change.Place), Cell.Of(change.Fixed ?? none), Cell.Of(change.Now ?? none)])],
            context.Definitions($"planen {context.Rows.Run.PlanId} och dess fastställda kopia (pipelines/evaluation)", $"the plan {context.Rows.Run.PlanId} and its fixed copy (pipelines/evaluation)"));
    }
}
