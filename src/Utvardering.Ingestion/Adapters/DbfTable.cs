using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>The attribute table of a shapefile (.dbf), mapped to a dataset by the source's YAML as a tidy file is.</summary>
internal sealed class DbfTable : FileAdapter
{
    public override string Name => "dbf-table";

    public override IReadOnlyList<string> Datasets => ["vulnerable_areas"];

    public override AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields) => new TidySettings(null, TidyMapping.Read(source, fields));

    protected override void Stage(StagedRows staged, IReadOnlyList<LandedBody> bodies)
    {
        var mapping = ((TidySettings)staged.Source.Settings).Mapping;
        mapping.Insert(staged, GatheredRows.Of(staged, mapping.Columns, bodies.Select(body => Read(staged, body, mapping)).OfType<TableInMemory>()));
    }

    /// <returns>Null when the file is no such table: the problems say why.</returns>
    private static TableInMemory? Read(StagedRows staged, LandedBody body, TidyMapping mapping)
    {
        staged.Problems.Columns[body.Sha256] = mapping.Names(column => column);
        DbfFile file;
        try
        {
            file = DbfFile.Read(File.ReadAllBytes(body.File), staged.Source.Encoding);
        }
        catch (FormatException error)
        {
            staged.Problems.Add(body, FileProblems.Unreadable(error.Message));
            return null;
        }

        var missing = mapping.Needed.Except(file.Columns).ToList();
        missing.ForEach(column => staged.Problems.Add(body, FileProblems.MissingColumn(column, file.Columns)));
        return missing.Count > 0 ? null : new(body, file.Columns, file.Rows, mapping.Given(body));
    }
}
