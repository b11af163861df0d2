using Utvardering.Ingestion.Direct;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>A file with one row an observation and a header, mapped to a dataset by the source's YAML alone.</summary>
internal sealed class TidyCsv : FileAdapter
{
    public override string Name => "tidy-csv";

    public override IReadOnlyList<string> Datasets =>
    [
        "authority_figures", "deliveries", "indicator_values", "municipality_groups", "peer_municipalities", "population", "reported_offences", "reported_offences_year",
    ];

    public override AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields) =>
        new TidySettings(source.Find("delimiter")?.OneOf(",", ";", "\t", "|")[0], TidyMapping.Read(source, fields));

    protected override void Stage(StagedRows staged, IReadOnlyList<LandedBody> bodies)
    {
        var mapping = ((TidySettings)staged.Source.Settings).Mapping;
        List<DelimitedTable> tables = [.. bodies.Select(body => Read(staged, body)).OfType<DelimitedTable>()];
        if (tables.Count > 0)
        {
            mapping.Insert(staged, GatheredRows.Of(staged, mapping.Columns, tables));
        }
    }

    /// <returns>Null when the file is staged already, or is no such table: the problems say why.</returns>
    private static DelimitedTable? Read(StagedRows staged, LandedBody body)
    {
        var (delimiter, mapping) = (TidySettings)staged.Source.Settings;
        staged.Problems.Columns[body.Sha256] = mapping.Names(column => column);
        if (CsvReading.Open(staged, body, new(delimiter, staged.Source.Encoding)) is not { } file
            || DirectStaging.TryStage(staged, body, file, mapping)
            || CsvColumns.Find(staged, body, file, mapping.Needed) is not { } cells)
        {
            return null;
        }

        foreach (var (column, text) in mapping.Given(body))
        {
            cells[column] = SqlText.Literal(text);
        }

        return new(body, file, cells, file.Filled());
    }
}
