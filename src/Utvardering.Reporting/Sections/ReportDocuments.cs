using Utvardering.Reporting.Documents;

namespace Utvardering.Reporting.Sections;

/// <summary>Puts the report together from its sections.</summary>
internal static class ReportDocuments
{
    public static ReportDocument Make(ReportContext context)
    {
        var (language, run) = (context.Language, context.Rows.Run);
        IEnumerable<Section?> sections =
        [
            StandingSection.Make(context),
            SummarySection.Make(context),
            LimitsSection.Make(context),
            .. context.Families.Select(family => FamilySection.Make(context, family.Family, family.Outcomes)),
            QualitySection.Make(context),
            MethodSection.Make(context),
            BasisSection.Make(context),
            PlantedSection.Make(context),
            AttachmentsSection.Make(context),
        ];
        return new ReportDocument(
            language,
            language.Say(run.TitleSv, run.TitleEn),
            language.Say(
                $"Utvärdering enligt planen {run.PlanId}, daterad {language.Date(run.PlanFixed)}. Körning {ReportContext.Short(run.RunId)}.",
                $"Evaluation by the plan {run.PlanId}, dated {language.Date(run.PlanFixed)}. Run {ReportContext.Short(run.RunId)}."),
            context.Mark,
            StandingSection.Notice(context),
            [.. sections.OfType<Section>()]);
    }
}
