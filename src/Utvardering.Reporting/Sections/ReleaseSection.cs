using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>What the rules let out of the run and what they kept.</summary>
internal static class ReleaseSection
{
    public static Section Make(ReportContext context)
    {
        var language = context.Language;
        var rows = context.Rows.Suppression.Where(row => row.Action != "pass" && row.Rows > 0).ToList();
        var passed = context.Rows.Suppression.Where(row => row.Action == "pass").Sum(row => row.Rows);
        var blocks = new List<Block>
        {
            new Paragraph(rows.Count == 0
                ? language.Say(
                    $"Reglerna för utlämnande släppte fram alla {language.Whole(passed)} rader med siffror. Inget har tömts eller hållits kvar.",
                    $"The rules of disclosure let all {language.Whole(passed)} rows of figures pass. Nothing was emptied or kept back.")
                : language.Say(
                    $"Reglerna för utlämnande släppte fram {language.Whole(passed)} rader med siffror. Tabellen visar vad som inte lämnades ut och enligt vilken regel. En siffra som inte lämnas ut är inte noll.",
                    $"The rules of disclosure let {language.Whole(passed)} rows of figures pass. The table shows what was not released and by which rule. A figure that is not released is not zero.")),
        };
        if (rows.Count > 0)
        {
            blocks.Add(new ReportTable(
                "not-released",
                language.Say("Rader som inte lämnades ut, antal.", "Rows not released, number."),
                [
                    new(language.Say("Tabell", "Table")), new(language.Say("Regel", "Rule")), new(language.Say("Åtgärd", "Action")), new(language.Say("Rader", "Rows"), true),
                ],
                [.. rows.Select(row => (IReadOnlyList<Cell>)
                [
                    Cell.Of(Labels.Table(language, row.TableName)),
                    Cell.Of(language.Say(row.RuleSv, row.RuleEn)),
                    Cell.Of(Labels.Action(language, row.Action)),
                    Cell.Of(language, row.Rows),
                ])],
                context.Definitions("reglerna för utlämnande (pipelines/disclosure.yaml)", "the rules of disclosure (pipelines/disclosure.yaml)")));
        }

        return new Section("release", language.Say("Uppgifter som inte lämnas ut", "Figures that are not released"), blocks);
    }
}
