using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// A table in an authority's workbook, laid out by the YAML: which rows are headers, where footnotes begin, which columns are filled
/// down, which hold the figures. Every figure becomes one row, with the cells of its row as <c>A</c>, <c>B</c> …, its headers as
/// <c>row4</c> …, the sheet's name as <c>sheet</c> and itself as <c>value</c>; the fields are mapped from those as in <see cref="TidyCsv"/>.
/// </summary>
internal sealed class ExcelTable : FileAdapter
{
    private const string Table = "sheet_rows";
    private const string SheetName = "sheet";

    public override string Name => "excel-table";

    public override IReadOnlyList<string> Datasets => ["authority_figures", "indicator_values", "population", "reported_offences", "reported_offences_year"];

    public override AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields) => ExcelSettings.Read(source, fields);

    protected override void StageFile(StagedRows staged, LandedBody body)
    {
        var settings = (ExcelSettings)staged.Source.Settings;
        if (Workbook.Read(staged, body, settings.Sheet) is not { } sheet)
        {
            return;
        }

        var figures = ExcelFigures.Of(sheet, settings);
        staged.Problems.Columns[body.Sha256] = settings.Mapping.Names(column => column == ExcelFigures.Value ? ExcelFigures.Range(settings) : column);
        staged.Problems.Cells[body.Sha256] = new ExcelPlaces(figures, ExcelFigures.Range(settings)).At;
        var missing = settings.Mapping.Needed.Except(figures.Columns.Append(SheetName)).ToList();
        missing.ForEach(column => staged.Problems.Add(body, FileProblems.MissingColumn(column, figures.Columns)));
        if (missing.Count > 0)
        {
            return;
        }

        var names = figures.Columns.Select((_, index) => $"c{index}").ToList();
        staged.Database.Execute($"create or replace table {Table} (file integer, row bigint, {string.Join(", ", names.Select(name => name + " varchar"))})");
        staged.Database.AppendNumberedText(Table, figures.Rows.Select(row => (0, row.Row, row.Cells)));
        var cells = figures.Columns.Select((column, index) => (column, sql: CsvTable.Cell(index)))
            .Append((SheetName, SqlText.Literal(sheet.Name)))
            .ToDictionary(cell => cell.Item1, cell => cell.Item2, StringComparer.Ordinal);
        settings.Mapping.Insert(staged, body, Table, "row", cells, "true");
    }
}
