using System.Globalization;
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

    public override IReadOnlyList<string> Datasets => ["deliveries", "indicator_values", "municipality_groups", "population", "reported_offences"];

    public override AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields)
    {
        var columns = source["columns"];
        var unknown = columns.Keys.Except(fields).FirstOrDefault();
        if (unknown is not null)
        {
            throw columns[unknown].Fault($"is no field of the dataset, which has {string.Join(", ", fields)}");
        }

        return new TidySettings(
            source.Find("delimiter")?.Text() is null ? ',' : source["delimiter"].OneOf(",", ";", "\t", "|")[0],
            columns.Done(columns.Keys.ToDictionary(field => field, field => TidyColumn.Read(columns[field]))),
            source.Find("where")?.AllTexts() ?? new Dictionary<string, string>());
    }

    protected override void StageFile(StagedRows staged, LandedBody body)
    {
        var settings = (TidySettings)staged.Source.Settings;
        staged.Problems.Columns[body.Sha256] = settings.Fields.Where(field => field.Value.From is not null)
            .ToDictionary(field => field.Key, field => field.Value.From!);
        var needed = settings.Fields.Values.Select(column => column.From).OfType<string>().Concat(settings.Where.Keys).ToHashSet(StringComparer.Ordinal);
        if (CsvReading.Read(staged, body, new(settings.Delimiter, staged.Source.Encoding)) is not { } table
            || CsvColumns.Find(staged, body, table, needed) is not { } cells)
        {
            return;
        }

        var filled = $"coalesce({string.Join(", ", table.Header.Select((_, index) => CsvTable.Cell(index)))}) is not null";
        var wanted = string.Join(" and ", settings.Where.Select(where => $"regexp_full_match(coalesce({cells[where.Key]}, ''), {SqlText.Literal(where.Value)})").DefaultIfEmpty("true"));
        var skipped = staged.Database.Count($"select count(*) from {table.Table} where {filled} and not ({wanted})");
        if (skipped > 0)
        {
            staged.Warn(string.Create(CultureInfo.InvariantCulture, $"{body.Origin}: {skipped} rows skipped by 'where'."));
        }

        staged.Insert(body, table.Row, settings.Fields.ToDictionary(field => field.Key, field => field.Value.Sql(staged.Project, cells)), $"{table.Table} where {filled} and {wanted}");
    }
}
