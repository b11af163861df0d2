using Utvardering.Reporting.Documents;

namespace Utvardering.Reporting.Sections;

/// <summary>Puts the report together from its sections.</summary>
internal static class ReportDocuments
{
    public static ReportDocument Make(ReportContext context)
    {
        var (language, run) = (context.Language, context.Rows.Run);
        var sections = new List<Section>
        {
            SummarySection.Make(context),
            LimitsSection.Make(context),
            OutcomesSection.Make(context),
            QualitySection.Make(context),
            MethodSection.Make(context),
            BasisSection.Make(context),
        };
        if (PlantedSection.Make(context) is { } planted)
        {
            sections.Add(planted);
        }

        return new ReportDocument(
            language,
            language.Say(run.TitleSv, run.TitleEn),
            language.Say(
                $"Utvärdering enligt planen {run.PlanId}, fastställd {language.Date(run.PlanFixed)}. Körning {ReportContext.Short(run.RunId)}.",
                $"Evaluation by the plan {run.PlanId}, fixed on {language.Date(run.PlanFixed)}. Run {ReportContext.Short(run.RunId)}."),
            context.Mark,
            sections,
            LeftOutSection.Attachment(context) is { } attachment ? [attachment] : []);
    }
}
