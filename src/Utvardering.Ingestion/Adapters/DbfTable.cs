using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>The attribute table of a shapefile (.dbf), mapped to a dataset by the source's YAML as a tidy file is.</summary>
internal sealed class DbfTable : FileAdapter
{
    private const string Table = "dbf_rows";

    public override string Name => "dbf-table";

    public override IReadOnlyList<string> Datasets => ["vulnerable_areas"];

    public override AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields) => new TidySettings(null, TidyMapping.Read(source, fields));

    protected override void StageFile(StagedRows staged, LandedBody body)
    {
        var mapping = ((TidySettings)staged.Source.Settings).Mapping;
        staged.Problems.Columns[body.Sha256] = mapping.Names(column => column);
        DbfFile file;
        try
        {
            file = DbfFile.Read(File.ReadAllBytes(body.File), staged.Source.Encoding);
        }
        catch (FormatException error)
        {
            staged.Problems.Add(body, FileProblems.Unreadable(error.Message));
            return;
        }

        var missing = mapping.Needed.Except(file.Columns).ToList();
        missing.ForEach(column => staged.Problems.Add(body, FileProblems.MissingColumn(column, file.Columns)));
        if (missing.Count > 0)
        {
            return;
        }

        staged.Database.Execute($"create or replace table {Table} (file integer, row bigint, {string.Join(", ", file.Columns.Select((_, index) => $"c{index} varchar"))})");
        staged.Database.AppendNumberedText(Table, file.Rows.Select(row => (0, row.Row, row.Cells)));
        mapping.Insert(staged, body, Table, "row", file.Columns.Select((column, index) => (column, sql: CsvTable.Cell(index))).DistinctBy(cell => cell.column).ToDictionary(cell => cell.column, cell => cell.sql, StringComparer.Ordinal), "true");
    }
}
