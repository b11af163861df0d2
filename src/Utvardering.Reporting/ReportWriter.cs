using System.Text;
using Utvardering.Disclosure;
using Utvardering.Reporting.Charts;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Html;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Sections;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting;

/// <summary>
/// Writes the report from released tables and nothing else: <c>report.html</c> (Swedish), <c>report.en.html</c>, every chart as
/// <c>charts/&lt;outcome&gt;-&lt;kind&gt;.sv.svg</c> and <c>.png</c> (and <c>.en</c>), every table as <c>tables/*.sv.csv</c> and <c>.en.csv</c>.
/// The same tables give the same bytes.
/// </summary>
public static class ReportWriter
{
    private const string SwedishPage = "report.html";
    private const string EnglishPage = "report.en.html";

    /// <param name="released">The run's released tables.</param>
    /// <param name="folder">An existing empty folder.</param>
    /// <param name="charts">Draws the charts.</param>
    /// <param name="progress">Is told the path of each file as it is written.</param>
    /// <param name="cancellation">Stops between two files.</param>
    /// <exception cref="InvalidDataException">The tables run, outcomes, families, designs or groups are not released, or a table lacks a column.</exception>
    /// <exception cref="IOException">The folder is missing or not empty.</exception>
    /// <exception cref="ChartException">A chart can't be drawn.</exception>
    public static async Task WriteAsync(
        ReleasedTables released, string folder, ChartWorker charts, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(released);
        ArgumentNullException.ThrowIfNull(charts);
        if (!Directory.Exists(folder) || Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new IOException($"The report is written into an existing empty folder, and {folder} is {(Directory.Exists(folder) ? "not empty" : "not there")}.");
        }

        var rows = new ReportRows(released);
        Directory.CreateDirectory(Path.Combine(folder, "charts"));
        Directory.CreateDirectory(Path.Combine(folder, "tables"));
        foreach (var (language, page, other) in new[] { (ReportLanguage.Swedish, SwedishPage, EnglishPage), (ReportLanguage.English, EnglishPage, SwedishPage) })
        {
            var document = ReportDocuments.Make(new ReportContext(rows, language));
            var drawings = await DrawAsync(document, charts, cancellation);
            foreach (var (name, drawing) in drawings.OrderBy(drawing => drawing.Key, StringComparer.Ordinal))
            {
                await SaveAsync($"charts/{name}.{language.Tag}.svg", Encoding.UTF8.GetBytes(drawing.Svg));
                await SaveAsync($"charts/{name}.{language.Tag}.png", drawing.Png!);
            }

            foreach (var table in document.Tables.DistinctBy(table => table.Name))
            {
                await SaveAsync($"tables/{table.Name}.{language.Tag}.csv", CsvFile.Make(document, table));
            }

            await SaveAsync(page, Encoding.UTF8.GetBytes(PageHtml.Make(document, drawings, other)));
        }

        async Task SaveAsync(string path, byte[] bytes)
        {
            cancellation.ThrowIfCancellationRequested();
            await File.WriteAllBytesAsync(Path.Combine(folder, path), bytes, cancellation);
            progress?.Report(path);
        }
    }

    private static async Task<IReadOnlyDictionary<string, RenderedChart>> DrawAsync(ReportDocument document, ChartWorker charts, CancellationToken cancellation)
    {
        var drawings = await Task.WhenAll(document.Figures.Select(async figure =>
            (figure.Name, Drawing: await charts.RenderAsync(figure.Spec, png: true, cancellation: cancellation))));
        return drawings.ToDictionary(drawing => drawing.Name, drawing => drawing.Drawing, StringComparer.Ordinal);
    }
}
