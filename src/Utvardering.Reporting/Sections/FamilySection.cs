using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;

namespace Utvardering.Reporting.Sections;

/// <summary>The results of one question: primary outcomes in full, secondary ones shorter, context as a table.</summary>
internal static class FamilySection
{
    public static Section Make(ReportContext context, FamilyRow family, IReadOnlyList<OutcomeRow> outcomes)
    {
        var sections = outcomes
            .Where(outcome => outcome.Role != "context")
            .Select(outcome => outcome.Role == "primary" ? PrimarySection.Make(context, outcome) : SecondarySection.Make(context, outcome))
            .ToList();
        if (ContextSection.Make(context, family, [.. outcomes.Where(outcome => outcome.Role == "context")]) is { } last)
        {
            sections.Add(last);
        }

        return new Section(
            $"results-{family.FamilyId}",
            context.Title(family),
            [new Paragraph(context.Language.Say(family.QuestionSv, family.QuestionEn))],
            sections);
    }
}
