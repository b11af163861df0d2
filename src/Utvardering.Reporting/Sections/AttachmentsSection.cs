using Utvardering.Reporting.Documents;

namespace Utvardering.Reporting.Sections;

/// <summary>The tables that are too long for a page, as data files.</summary>
internal static class AttachmentsSection
{
    public static Section? Make(ReportContext context)
    {
        IEnumerable<ReportTable?> files =
        [
            EffectTable.File(context), PowerTable.File(context), CheckTable.File(context), UnitTable.File(context), .. NeighbourFiles.Make(context), EventFile.Make(context), LeftOutSection.File(context),
        ];
        IReadOnlyList<ReportTable> made = [.. files.OfType<ReportTable>()];
        return made.Count == 0 ? null : new Section(
            "attachments",
            context.Language.Say("Bilagor", "Attachments"),
            [
                new Paragraph(context.Language.Say(
                    "Tabeller som är för långa för en sida finns som datafiler i mappen tables.", "Tables too long for a page are data files in the folder tables.")),
                new DataFiles(made),
            ]);
    }
}
