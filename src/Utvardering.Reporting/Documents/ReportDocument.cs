using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Documents;

/// <summary>The report in one language, before it is laid out.</summary>
/// <param name="Language">The language.</param>
/// <param name="Title">The question.</param>
/// <param name="Lead">What plan and run it is about.</param>
/// <param name="Mark">What must stand on everything made of the run, or null.</param>
/// <param name="Notice">What a reader must know of the run before anything else, or null.</param>
/// <param name="Sections">The numbered sections.</param>
internal sealed record ReportDocument(ReportLanguage Language, string Title, string Lead, string? Mark, string? Notice, IReadOnlyList<Section> Sections)
{
    public IEnumerable<ReportFigure> Figures => Sections.SelectMany(section => section.AllBlocks).OfType<ReportFigure>();

    /// <summary>Every table that leaves as a data file.</summary>
    public IEnumerable<ReportTable> Tables => Sections.SelectMany(section => section.AllBlocks).OfType<ReportTable>()
        .Concat(Figures.Select(figure => figure.Numbers))
        .Concat(Sections.SelectMany(section => section.AllBlocks).OfType<DataFiles>().SelectMany(files => files.Tables));
}
