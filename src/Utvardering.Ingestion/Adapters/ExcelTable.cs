using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// A table in an authority's workbook, laid out by the YAML: which rows are headers, where footnotes begin, which columns are filled
/// down, which hold the figures. Every figure becomes one row, with the cells of its row as <c>A</c>, <c>B</c> …, its headers as
/// <c>row4</c> …, the sheet's name as <c>sheet</c> and itself as <c>value</c>; the fields are mapped from those as in <see cref="TidyCsv"/>.
/// </summary>
internal sealed class ExcelTable : FileAdapter
{
    private const string SheetName = "sheet";

    public override string Name => "excel-table";

    public override IReadOnlyList<string> Datasets => ["authority_figures", "indicator_values", "population", "reported_offences", "reported_offences_year"];

    public override AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields) => ExcelSettings.Read(source, fields);

    protected override void Stage(StagedRows staged, IReadOnlyList<LandedBody> bodies)
    {
        var settings = (ExcelSettings)staged.Source.Settings;
        settings.Mapping.Insert(staged, GatheredRows.Of(staged, settings.Mapping.Columns, bodies.Select(body => Figures(staged, body, settings)).OfType<TableInMemory>()));
    }

    /// <returns>Null when the file has no such table: the problems say why.</returns>
    private static TableInMemory? Figures(StagedRows staged, LandedBody body, ExcelSettings settings)
    {
        if (Workbook.Read(staged, body, settings.Sheet) is not { } sheet)
        {
            return null;
        }

        var figures = ExcelFigures.Of(sheet, settings);
        staged.Problems.Columns[body.Sha256] = settings.Mapping.Names(column => column == ExcelFigures.Value ? ExcelFigures.Range(settings) : column);
        staged.Problems.Cells[body.Sha256] = new ExcelPlaces(figures, ExcelFigures.Range(settings)).At;
        var missing = settings.Mapping.Needed.Except(figures.Columns.Append(SheetName)).ToList();
        missing.ForEach(column => staged.Problems.Add(body, FileProblems.MissingColumn(column, figures.Columns)));
        return missing.Count > 0 ? null : new(body, figures.Columns, figures.Rows, new Dictionary<string, string>(settings.Mapping.Given(body)) { [SheetName] = sheet.Name });
    }
}
