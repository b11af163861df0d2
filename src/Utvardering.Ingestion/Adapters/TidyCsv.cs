using Utvardering.Ingestion.Direct;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
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

    protected override void StageFile(StagedRows staged, LandedBody body)
    {
        var (delimiter, mapping) = (TidySettings)staged.Source.Settings;
        staged.Problems.Columns[body.Sha256] = mapping.Names(column => column);
        if (CsvReading.Open(staged, body, new(delimiter, staged.Source.Encoding)) is not { } file
            || DirectStaging.TryStage(staged, body, file, mapping)
            || CsvReading.Load(staged, body, file) is not { } table
            || CsvColumns.Find(staged, body, table, mapping.Needed) is not { } cells)
        {
            return;
        }

        var filled = $"coalesce({string.Join(", ", table.Header.Select((_, index) => CsvTable.Cell(index)))}) is not null";
        mapping.Insert(staged, body, table.Table, table.Row, cells, filled);
    }
}
